using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Conversations;

/// <summary>24時間以内の回答 (仕様書 7(1)②(イ)): the clients who wait for a person's answer.</summary>
internal sealed class AnswersDue : IDueSource
{
    /// <summary>The kind of the items.</summary>
    internal const string Answer = "answer";

    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        if (query.BesidesToday)
            return [];
        // each state by itself, because only then the index returns the rows in order
        return [.. (await Waiting(db, 1, query)).Concat(await Waiting(db, 2, query)).OrderBy(i => i.Until).Take(query.Take)];
    }

    /// <param name="state">1 for a client in danger, 2 for any other who can be answered (<see cref="ConversationTable.NeedsAnswer"/>).</param>
    private static Task<List<DueItem>> Waiting(OneStopDb db, int state, DueQuery query)
    {
        var waiting = db.Conversations.Where(c => EF.Property<int>(c, ConversationTable.NeedsAnswer) == state && c.AnswerDue != null
            && !c.IsBlocked && c.AnswerDue < query.Before);
        if (query.Person is { Conversations: var talks })
            waiting = waiting.Where(c => talks.Contains(c.Id));
        if (query.Staff is { } staff)
            waiting = waiting.Where(c => c.AssigneeId == null || staff.Contains(c.AssigneeId.Value));
        return waiting.OrderBy(c => c.AnswerDue).Take(query.Take).Select(c => new DueItem
        {
            Id = c.Id,
            Kind = Answer,
            ConversationId = c.Id,
            What = "返信する",
            Until = c.AnswerDue!.Value,
            StaffId = c.AssigneeId,
            Link = "/inbox/" + c.Id,
        }).ToListAsync();
    }
}
