using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace OneStop.Domain.Data;

/// <summary>The table of Data Protection's keys.</summary>
internal sealed class DataProtectionKeyTable : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> key)
    {
        key.NobodyWatches("read by Data Protection alone");
        key.OpenToAll("sealed secrets of the portal; read before anybody is signed in");
        key.NotInTrail("sealed secrets of the portal, made and turned by itself");
    }
}

/// <summary>Identity's table of claims.</summary>
internal sealed class UserClaimTable : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim)
    {
        claim.OpenToAll(LibraryTables.OfStaff);
        claim.NobodyWatches(LibraryTables.ReadAtSignIn);
    }
}

/// <summary>Identity's table of external sign-ins.</summary>
internal sealed class UserLoginTable : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
    {
        login.OpenToAll(LibraryTables.OfStaff);
        login.NobodyWatches(LibraryTables.ReadAtSignIn);
    }
}

/// <summary>Identity's table of tokens, which holds the secrets of second factors.</summary>
internal sealed class UserTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.NobodyWatches(LibraryTables.ReadAtSignIn);
        token.OpenToAll(LibraryTables.OfStaff);
        token.Property(t => t.Value).DigestInTrail();
    }
}

internal static class LibraryTables
{
    public const string ReadAtSignIn = "read at sign-in";
    public const string OfStaff = "of who works here; sign-in reads it before anybody has a duty";
}
