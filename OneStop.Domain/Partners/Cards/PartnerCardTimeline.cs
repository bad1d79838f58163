using OneStop.Domain.Data;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Partners.Cards;

/// <summary>経過: cards of partners that were sent to a person.</summary>
internal sealed class PartnerCardTimeline : ITimelineSource
{
    private static readonly TimelineKind Sent = new("partner-card", "窓口のカード");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Sent];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(PartnerCard)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (!query.Wants(Sent))
            return [];
        var rows = from c in db.PartnerCards
                   where query.Person.Conversations.Contains(c.ConversationId)
                   join p in db.Partners on c.PartnerId equals p.Id
                   select new CardRow
                   {
                       Id = c.Id,
                       At = c.At,
                       StaffId = c.StaffId,
                       ConversationId = c.ConversationId,
                       Partner = p.Name,
                       Asks = c.AsksFirst,
                       IsYes = c.Answer == null ? null : c.Answer.IsYes,
                   };
        return await query.Newest(rows, r => r.At, r => new()
        {
            Id = r.Id,
            Kind = Sent.Code,
            At = r.At,
            By = TimelineAuthor.Staff,
            StaffId = r.StaffId,
            Title = $"窓口のカードを送りました: {r.Partner}",
            Text = r switch
            {
                { Asks: false } => null,
                { IsYes: true } => "送ってよいかを聞き、「はい」でした。",
                { IsYes: false } => "送ってよいかを聞き、「今はいい」でした。",
                _ => "送ってよいかを聞いています。",
            },
            Link = $"/inbox/{r.ConversationId}",
        });
    }

    private sealed record CardRow
    {
        public required Guid Id { get; init; }
        public required DateTimeOffset At { get; init; }
        public required Guid StaffId { get; init; }
        public required Guid ConversationId { get; init; }
        public required string Partner { get; init; }
        public required bool Asks { get; init; }
        public required bool? IsYes { get; init; }
    }
}
