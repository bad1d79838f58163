using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Staff;

internal sealed class StaffTable : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> member)
    {
        member.Announces(StaffMember.Topic);
        member.AnnouncesOne(StaffMember.Topic, m => m.Id);
        member.OpenToAll("who works here is nobody who is supported; sign-in reads it before anybody has a duty");
        member.ToTable("StaffMembers");
        member.Property(m => m.Name).HasMaxLength(100);
        member.Ignore(m => m.Duties);
        member.PrimitiveCollection<List<Duty>>("duties").HasColumnName("Duties").ElementType(e => e.HasConversion<string>());
        member.Property(m => m.PasswordHash).DigestInTrail();
        member.Property(m => m.SecurityStamp).DigestInTrail();
        member.Property(m => m.ConcurrencyStamp).NotInTrail();
        member.Property(m => m.AccessFailedCount).NotInTrail();
    }
}
