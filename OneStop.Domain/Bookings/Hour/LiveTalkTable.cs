using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Bookings.Dialogue;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Bookings.Hour;

internal sealed class LiveTalkTable : IEntityTypeConfiguration<LiveTalk>
{
    private const string Running = "\"EndedAt\" IS NULL";

    public void Configure(EntityTypeBuilder<LiveTalk> talk)
    {
        talk.Announces(LiveTalkDesk.Topic);
        talk.Announces(BookingDialogueDesk.Topic); // the rows of bookings show it
        talk.Versioned();
        talk.Ignore(t => t.IsRunning);
        talk.ComplexProperty(t => t.TakenFrom);
        talk.HasOne<Conversation>().WithMany().HasForeignKey(t => t.ConversationId).OnDelete(DeleteBehavior.Restrict);
        talk.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Restrict);
        talk.HasIndex(t => t.ConversationId).IsUnique().HasFilter(Running);
        talk.HasIndex(t => t.EndedAt);
    }
}
