using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

internal sealed class SignInCodeTable : IEntityTypeConfiguration<SignInCode>
{
    public void Configure(EntityTypeBuilder<SignInCode> code)
    {
        code.Announces(StaffMember.Topic); // the list of accounts shows who has a link
        code.OpenToAll("of the person who works here; an invitation is opened before anybody is signed in");
        code.Versioned(); // of two concurrent uses, one gets a conflict
        code.Property(c => c.Digest).HasMaxLength(64).DigestInTrail();
        code.HasIndex(c => c.Digest).IsUnique();
        code.HasIndex(c => c.StaffId);
        code.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
