using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Bookings;
using OneStop.Domain.Channels;
using OneStop.Domain.Consultations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.SupportMeasures.Explanations;
using OneStop.Domain.SupportPrograms;

namespace OneStop.Domain.Erasures;

/// <summary>What stands against an erasure.</summary>
/// <param name="Words">As a sentence for the manager.</param>
/// <param name="Stops">Whether it must be settled first; otherwise it is to be weighed.</param>
public sealed record ErasureObstacle(string Words, bool Stops);

/// <summary>Looks for it.</summary>
internal static class ErasureObstacles
{
    extension(OneStopDb db)
    {
        /// <summary>Returns what stands against deleting a person's records now.</summary>
        public async Task<IReadOnlyList<ErasureObstacle>> ObstaclesOf(ErasedPerson person, DateTimeOffset now)
        {
            var (clients, friends) = (person.Clients, person.Friends);
            var talks = db.Conversations.Where(c => friends.Contains(c.FriendId));
            (int Count, Func<int, string> Say, bool Stops)[] all =
            [
                (await db.Bookings.CountAsync(b => clients.Contains(b.ClientId) && b.Slot.End > now
                        && (b.State == BookingState.Confirmed || (b.State == BookingState.Tentative && b.HeldUntil == null))),
                    n => $"これからの予約が{n}件あります。先に取り消すか、終わるまで待ってください。", true),
                (await db.OutgoingMessages.Outstanding().CountAsync(m => talks.Any(t => t.Id == m.ConversationId)),
                    n => $"送信を待っているメッセージが{n}件あります。送られるまで待ってください。", true),
                (await db.LaterAnswers.Planned().CountAsync(l => talks.Any(t => t.Id == l.ConversationId)),
                    n => $"送信予約が{n}件あります。先に取り消してください。", true),
                (await db.Consultations.Standing().CountAsync(c => clients.Contains(c.ClientId) && c.Confirmation == null),
                    n => $"確定していない相談記録が{n}件あります。このまま消去すると、件数に入りません。", true),
                (await db.SupportPrograms.Open().CountAsync(p => clients.Contains(p.ClientId)
                        && (p.State == ProgramState.Running || p.NewestStep == VersionStep.Approved)),
                    n => $"承認されたか実施中の自立支援プログラムが{n}件あります。先にプログラムを終えてください。このまま消去すると、どう終わったかが件数に入りません。", true),
                (await db.MeasureApplications.CountAsync(a => clients.Contains(a.ClientId) && a.State == ApplicationState.Applied),
                    n => $"申請中の支援策が{n}件あります。結果を待っている機関がないか、確かめてください。", false),
                (await db.Consents.CountAsync(c => clients.Contains(c.ClientId) && c.WithdrawnAt == null && c.ObjectId != null),
                    n => $"ほかの機関に情報を伝える同意が{n}件、有効です。すでに伝えた情報は、ここからは消せません。本人に伝えてください。", false),
                (await talks.CountAsync(t => t.DangerAt != null), _ => "危険の印が付いています。連絡の手がかりがなくなってもよいか、確かめてください。", false),
                (await talks.CountAsync(t => t.AnswerDue != null), _ => "返信を待っているトークがあります。", false),
            ];
            return [.. all.Where(o => o.Count > 0).Select(o => new ErasureObstacle(o.Say(o.Count), o.Stops)).OrderByDescending(o => o.Stops)];
        }
    }
}
