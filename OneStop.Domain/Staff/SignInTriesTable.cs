using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

internal sealed class SignInTriesTable : IEntityTypeConfiguration<SignInTries>
{
    public void Configure(EntityTypeBuilder<SignInTries> tries)
    {
        tries.NobodyWatches("counted at each try; the list of accounts is told when somebody is unlocked");
        tries.OpenToAll("of who works here; counted before anybody is signed in");
        tries.NotInTrail("how often somebody failed, for the next pause; each failed sign-in is recorded itself");
        tries.HasKey(t => t.Key);
        tries.Property(t => t.Key).HasMaxLength(64);
        tries.HasIndex(t => t.LastAt);
        tries.Versioned(); // concurrent attempts are all counted
    }
}
