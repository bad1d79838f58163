using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Data;

namespace OneStop.Domain.Channels;

internal sealed class OutgoingMessageTable : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> message)
    {
        // a claim is not announced
        message.AnnouncesOne(ConversationTopics.One, m => m.ConversationId, m => m.State, m => m.NextTryAt, m => m.HinderedBy, m => m.DecidedAt);
        message.Wakes(typeof(OutgoingSignal), m => m.NextTryAt, m => m.DecidedAt); // when a message is settled, the delivery worker continues by itself
        message.Ignore(m => m.Contents);
        message.Ignore(m => m.Confirms);
        message.Ignore(m => m.CanBeRepeated);
        message.Ignore(m => m.WasCutOffInReply);
        message.Ignore(m => m.AsksSomebody);
        message.OnlyStaffInTrail("how the delivery goes stands in the row; who took it back, sent it again or gave it up is recorded");
        message.NotInTimeline("the message in the conversation is in it");
        message.NotDisclosed("how a message was delivered; the message itself is disclosed");
        message.Property<string>("contents").HasColumnName("Contents").AnyLength().NotInTrail(); // the message in the conversation has a digest
        message.Property(m => m.To).NotInTrail();
        message.Property(m => m.ReplyToken).NotInTrail();
        foreach (var busy in (string[])[nameof(OutgoingMessage.Order), nameof(OutgoingMessage.CreatedAt), nameof(OutgoingMessage.NextTryAt),
            nameof(OutgoingMessage.ReplyUntil), nameof(OutgoingMessage.IsUnasked), nameof(OutgoingMessage.Attempts), nameof(OutgoingMessage.MayHaveArrived)])
            message.Property(busy).NotInTrail();
        message.Property(m => m.ReplyToken).HasMaxLength(2000);
        message.Property(m => m.Reason).HasMaxLength(400);
        message.Property(m => m.RequestId).HasMaxLength(100);
        message.Property(m => m.ClaimedUntil).IsConcurrencyToken();
        message.Property(m => m.State).IsConcurrencyToken();
        message.Property(m => m.DecidedAt).IsConcurrencyToken();
        message.HasIndex(m => new { m.State, m.NextTryAt });
        message.HasIndex(m => new { m.ConversationId, m.Order });
    }
}
