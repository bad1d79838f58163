using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;
using OneStop.Domain.Due;
using OneStop.Domain.Timeline;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>経過: questionnaires when they were sent, and when they arrived. The client's own copy has the answers too.</summary>
internal sealed class QuestionnaireTimeline : ITimelineSource
{
    private static readonly TimelineKind Sent = new("questionnaire-sent", "質問票の送付"), Received = new("questionnaire", "質問票");

    /// <inheritdoc/>
    public IReadOnlyList<TimelineKind> Kinds => [Sent, Received];

    /// <inheritdoc/>
    public IReadOnlyList<Type> Tables => [typeof(ClientQuestionnaire), typeof(QuestionnaireAnswer)];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TimelineEntry>> Read(OneStopDb db, TimelineQuery query)
    {
        if (query.Person.ClientId is not { } client)
            return [];
        var all = db.ClientQuestionnaires.AsNoTracking().Include(q => q.Answers).Where(q => q.ClientId == client);
        var sent = query.Wants(Sent) ? await query.Newest(all.Where(q => q.SentAt != null && (q.Way == SendingWay.Copied || q.MessageId != null)),
            q => q.SentAt!.Value, q => Entry(Sent, q, q.SentAt!.Value) with
            {
                By = TimelineAuthor.Staff,
                StaffId = q.SentBy,
                Title = $"質問票を送りました（{q.Way!.Value.InJapanese}）",
                Text = query.InFull ? string.Join('\n', Questions.Of(q.Questions).Select(a => a.Words.Plain)) : $"質問 {q.Questions.Count}件",
            }) : [];
        var received = query.Wants(Received) ? await query.Newest(all.Where(q => q.ReceivedAt != null), q => q.ReceivedAt!.Value,
            q => Entry(Received, q, q.ReceivedAt!.Value) with
            {
                By = TimelineAuthor.Client,
                Title = "質問票を受け取りました",
                Text = query.InFull ? string.Join('\n', q.Answers.Select(Say)) : $"質問 {q.Questions.Count}件のうち、答え {q.Answers.Count}件",
                Link = $"/clients/{client}/questionnaires/{q.Id}",
            }) : [];
        return [.. sent.Concat(received).OrderByDescending(e => e.At).ThenBy(e => e.Kind).ThenBy(e => e.Id).Take(query.Take)];
    }

    private static string Say(QuestionnaireAnswer answer) => Questions.Find(answer.Question) is { } question
        ? $"{question.Label}: {(answer.Value is { } value ? question.InWords(value) : AnswerMatch.Declined.InJapanese)}" : $"{answer.Question}: {answer.Value}";

    private static TimelineEntry Entry(TimelineKind kind, ClientQuestionnaire questionnaire, DateTimeOffset at) =>
        new() { Id = questionnaire.Id, Kind = kind.Code, At = at, Title = kind.InJapanese };
}

/// <summary>
/// Questionnaires that arrived and are not decided, due by the end of the service day after; and words of danger of clients without LINE, due at once.
/// Questionnaires are for whoever is in charge; a danger is for everybody.
/// </summary>
internal sealed class QuestionnairesDue : IDueSource
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueItem>> Read(OneStopDb db, DueQuery query)
    {
        var all = db.ClientQuestionnaires.AsNoTracking();
        if (query.Person is { ClientId: var client })
            all = all.Where(q => q.ClientId == client);
        var danger = await all.Where(q => q.DangerAt != null && q.DangerSeenAt == null).OrderBy(q => q.DangerAt).ThenBy(q => q.Id).Take(query.Take)
            .Select(q => new { q.Id, q.ClientId, At = q.DangerAt!.Value }).ToListAsync();
        var received = await all.Where(q => q.ReceivedAt != null && q.Answers.Any(a => a.Decision == null)).OrderBy(q => q.ReceivedAt).ThenBy(q => q.Id)
            .Take(query.Take).Select(q => new { q.Id, q.ClientId, At = q.ReceivedAt!.Value }).ToListAsync();
        return
        [
            .. danger.Select(q => Item(q.Id, "questionnaire-danger", q.ClientId, "質問票に危険な言葉。すぐ連絡する", q.At, $"/clients/{q.ClientId}")),
            .. received.Select(q => Item(q.Id, "questionnaire", q.ClientId, "届いた質問票を確かめる", ServiceHours.Standard.EndAfter(q.At),
                $"/clients/{q.ClientId}/questionnaires/{q.Id}") with { FallsToCharge = true, IsForSupport = true })
                .Where(i => i.Until < query.Before),
        ];
    }

    private static DueItem Item(Guid id, string kind, Guid client, string what, DateTimeOffset until, string link) =>
        new() { Id = id, Kind = kind, ClientId = client, What = what, Until = until, Link = link };
}
