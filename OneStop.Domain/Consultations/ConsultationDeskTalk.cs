using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Conversations;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Consultations;

/// <summary>The conversation of the hour of the talk, to quote from in the record.</summary>
public sealed partial class ConsultationDesk
{
    /// <summary>How long before the begin and after the end messages still belong to the talk.</summary>
    public static readonly TimeSpan Around = TimeSpan.FromMinutes(15);

    /// <summary>The most messages that are shown.</summary>
    public const int MostLines = 300;

    /// <summary>
    /// Returns what client and staff wrote between two instants, and shortly before and after, the oldest first. Messages that were unsent are not
    /// there. Recorded as a look at the conversation.
    /// </summary>
    [DisplayName("相談の時間のトークを見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<IReadOnlyList<TalkLine>> Talk(Guid conversationId, DateTimeOffset begin, DateTimeOffset end)
    {
        desk.MayDo<ConsultationDesk>();
        var (from, until) = (begin - Around, end + Around);
        return await desk.Open(async db => await db.Conversations.AnyAsync(c => c.Id == conversationId)
            ? await (from m in db.Messages
                     where m.ConversationId == conversationId && m.At >= @from && m.At <= until && m.Kind == MessageKind.Text && m.Text != null
                        && (m.By == Speaker.Client || m.By == Speaker.Staff)
                     join s in db.Users on m.StaffId equals (Guid?)s.Id into writers
                     from s in writers.DefaultIfEmpty()
                     orderby m.Order
                     select new TalkLine(m.Id, m.By, s == null ? null : s.Name, m.Text!, m.At)).Take(MostLines).ToListAsync()
            : null, _ => OpenedRecord.Conversation(conversationId)) ?? [];
    }
}
