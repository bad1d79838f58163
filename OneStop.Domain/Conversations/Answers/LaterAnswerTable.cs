using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Conversations.Answers;

internal sealed class LaterAnswerTable : IEntityTypeConfiguration<LaterAnswer>
{
    public void Configure(EntityTypeBuilder<LaterAnswer> later)
    {
        later.AnnouncesConversation(l => l.ConversationId);
        later.Wakes(typeof(LaterSignal), l => l.SendAt, l => l.CancelledAt);
        later.OnlyStaffInTrail("when the clock sends it, the message that it becomes says so");
        later.NotInTimeline("the message that it becomes is in it");
        later.Property(l => l.Text).DigestInTrail();
        later.Ignore(l => l.IsPlanned);
        later.HasOne<Conversation>().WithMany().HasForeignKey(l => l.ConversationId).OnDelete(DeleteBehavior.Restrict);
        later.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.StaffId).OnDelete(DeleteBehavior.Restrict);
        later.Property(l => l.SentAt).IsConcurrencyToken(); // it is sent once, and not after a cancellation
        later.Property(l => l.CancelledAt).IsConcurrencyToken();
        later.Property(l => l.SendAt).IsConcurrencyToken(); // of two concurrent changes of the time, one gets a conflict
        later.HasIndex(l => new { l.SentAt, l.CancelledAt, l.SendAt });
        later.HasIndex(l => l.ConversationId);
    }
}
