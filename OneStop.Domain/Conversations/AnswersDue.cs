using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;

namespace OneStop.Domain.Conversations;

/// <summary>24時間以内の回答 (仕様書 7(1)②(イ)): the clients who wait for a person's answer.</summary>
internal sealed class AnswersDue : IDueSource
{
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var waiting = db.Conversations.Where(c => c.AnswerDue != null && !c.IsBlocked && c.AnswerDue < query.Before);
        if (query.Person is { Conversations: var talks })
            waiting = waiting.Where(c => talks.Contains(c.Id));
        if (query.StaffId is { } me)
            waiting = waiting.Where(c => c.AssigneeId == me || c.AssigneeId == null);
        return await waiting.OrderBy(c => c.AnswerDue).Take(query.Take).Select(c => new DueItem
        {
            Id = c.Id,
            Kind = "answer",
            ConversationId = c.Id,
            What = "返信する",
            Until = c.AnswerDue!.Value,
            StaffId = c.AssigneeId,
            Link = "/inbox/" + c.Id,
        }).ToListAsync();
    }
}
