using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OneStop.Domain.Conversations;
using OneStop.Domain.Data;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Partners.Cards;

internal sealed class PartnerCardTable : IEntityTypeConfiguration<PartnerCard>
{
    public void Configure(EntityTypeBuilder<PartnerCard> card)
    {
        card.AnnouncesOne(PartnerCardDesk.Topic, c => c.ConversationId);
        card.OnlyForSupport("may name an office for debts, illness or violence");
        card.ComplexProperty(c => c.Answer);
        card.HasIndex(c => new { c.ConversationId, c.At });
        card.HasOne<Partner>().WithMany().HasForeignKey(c => c.PartnerId).OnDelete(DeleteBehavior.Restrict);
        card.HasOne<Conversation>().WithMany().HasForeignKey(c => c.ConversationId).OnDelete(DeleteBehavior.Restrict);
        card.HasOne<Message>().WithMany().HasForeignKey(c => c.MessageId).OnDelete(DeleteBehavior.Cascade);
        card.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
