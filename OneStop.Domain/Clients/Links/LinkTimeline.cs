using OneStop.Domain.Data;
using OneStop.Domain.Friends;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients.Links;

/// <summary>That another telephone took the place of the one before.</summary>
internal sealed class LinkTimeline : ITimelineSource
{
    private static readonly TimelineKind Changed = new("telephone", "電話の変更");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Changed];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(FormerFriend)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query) => !query.Wants(Changed) ? []
        : await query.Newest(from l in db.FormerFriends
                             join f in db.Friends on l.FriendId equals f.Id
                             where l.ClientId == query.Person.ClientId
                             select new { l.Id, l.Until, l.By, f.Number },
            l => l.Until, l => new()
            {
                Id = l.Id,
                Kind = Changed.Code,
                At = l.Until,
                By = TimelineAuthor.Staff,
                StaffId = l.By,
                Title = $"LINEの電話が変わりました（前の電話は {Friend.NumberOf(l.Number)}）",
            });
}
