using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.SupportPrograms.Comments;

internal sealed class ProgramCommentTable : IEntityTypeConfiguration<ProgramComment>
{
    public void Configure(EntityTypeBuilder<ProgramComment> comment)
    {
        comment.AnnouncesOne(ProgramDesk.OneTopic, c => c.ProgramId);
        comment.OnlyForSupport("a comment speaks of the words of the program");
        comment.Versioned();
        comment.NotInTimeline("words between colleagues about a draft; the versions themselves are in the timeline");
        // disclosed to the person, as the comments on records of talks are: they speak of the person (Disclosing.DisclosedPrograms)
        comment.Ignore(c => c.Place);
        comment.Property(c => c.Text).HasMaxLength(ProgramComment.Longest).DigestInTrail();
        comment.HasOne<SupportProgram>().WithMany().HasForeignKey(c => c.ProgramId).OnDelete(DeleteBehavior.Cascade);
        comment.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.By).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.SettledBy).OnDelete(DeleteBehavior.Restrict);
        comment.HasIndex(c => new { c.ProgramId, c.At });
    }
}
