using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>The table of Data Protection's keys.</summary>
internal sealed class DataProtectionKeyTable : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key) => key.NotInTrail("sealed secrets of the portal, made and turned by itself");
}

/// <summary>Identity's table of tokens: the secret of a second factor lies here.</summary>
internal sealed class UserTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.Property(t => t.Value).DigestInTrail();
}
