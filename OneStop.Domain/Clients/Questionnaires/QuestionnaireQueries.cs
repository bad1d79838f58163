using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Channels;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>The cards of questionnaires. Their notification does not name the subject, because others may see the telephone.</summary>
public static class QuestionnaireCards
{
    /// <summary>Returns the card with the address.</summary>
    public static CardContent Of(ClientQuestionnaire questionnaire, DateTimeOffset until) => new("お知らせがあります", "教えてほしいことがあります",
        $"質問が{questionnaire.Questions.Count}個あります。途中でやめて、あとで続きを書くこともできます。答えたくないことは、答えなくて大丈夫です。\n\n{JapanTime.Say(until)}まで開けます。まわりに人がいないときに開いてください。",
        [new("ページを開く", Opens: $"{QuestionnaireForm.PagePath}{LinkKeys.PlaceFor(questionnaire.LinkId)}")]);
}

/// <summary>Queries over questionnaires.</summary>
internal static class QuestionnaireQueries
{
    extension(OneStopDb db)
    {
        /// <summary>Returns a client's questionnaires, the newest first.</summary>
        public async Task<IReadOnlyList<QuestionnaireRow>> QuestionnairesOf(Guid clientId, DateTimeOffset now)
        {
            var rows = await (from q in db.ClientQuestionnaires.AsNoTracking()
                              join l in db.ClientLinks on q.LinkId equals l.Id
                              join s in db.Users on q.CreatedBy equals s.Id
                              where q.ClientId == clientId
                              orderby q.CreatedAt descending
                              select new { Sheet = q, l.ExpiresAt, l.WithdrawnAt, s.Name, Undecided = q.Answers.Count(a => a.Decision == null) }).ToListAsync();
            var cards = rows.Select(r => r.Sheet.MessageId).OfType<Guid>().ToList();
            var states = await (from m in db.Messages
                                where cards.Contains(m.Id)
                                join o in db.OutgoingMessages on m.OutgoingId equals (Guid?)o.Id
                                select new { m.Id, o.State }).ToDictionaryAsync(m => m.Id, m => (Delivery?)m.State);
            return rows.ConvertAll(r => new QuestionnaireRow
            {
                Id = r.Sheet.Id,
                State = StateOf(r.Sheet, r.ExpiresAt, r.WithdrawnAt, now),
                Card = r.Sheet is { Way: SendingWay.Line, MessageId: { } card } ? states.GetValueOrDefault(card) : null,
                Asked = r.Sheet.Questions.Count,
                CreatedAt = r.Sheet.CreatedAt,
                CreatedBy = r.Name,
                ExpiresAt = r.ExpiresAt,
                SentAt = r.Sheet.IsSent ? r.Sheet.SentAt : null,
                Way = r.Sheet.Way,
                ReceivedAt = r.Sheet.ReceivedAt,
                Undecided = r.Undecided,
                DangerAt = r.Sheet.DangerSeenAt is null ? r.Sheet.DangerAt : null,
            });
        }

        /// <summary>Returns a questionnaire with its link, if it can still be sent.</summary>
        /// <exception cref="RuleException">It was handed in or withdrawn, has expired, or the consent is missing.</exception>
        public async Task<(ClientQuestionnaire Sheet, ClientLink Link)> SendableQuestionnaire(Guid id, DateTimeOffset now)
        {
            var sheet = await db.ClientQuestionnaires.SingleAsync(q => q.Id == id);
            var link = await db.ClientLinks.SingleAsync(l => l.Id == sheet.LinkId);
            if (!StateOf(sheet, link.ExpiresAt, link.WithdrawnAt, now).IsOpen)
                throw new RuleException("この質問票は、もう使えません。新しく作ってください。");
            return await db.WhyNoQuestionnaire(sheet.ClientId, now) is { } why ? throw new RuleException(why) : (sheet, link);
        }

        /// <summary>Returns why a client cannot be asked, as a sentence for staff; null if they can.</summary>
        public async Task<string?> WhyNoQuestionnaire(Guid clientId, DateTimeOffset now) =>
            await db.Consents.InForce(clientId, ConsentPurpose.Consultation, now.JapaneseDate).AnyAsync() ? null
            : $"「{ConsentPurpose.Consultation.InJapanese}」への、今の文面での同意がないため、送れません。先に「同意を得る」で、同意を得てください。";
    }

    private static QuestionnaireState StateOf(ClientQuestionnaire sheet, DateTimeOffset expiresAt, DateTimeOffset? withdrawnAt, DateTimeOffset now) =>
        sheet.ReceivedAt is not null ? QuestionnaireState.Received
        : withdrawnAt is not null ? QuestionnaireState.Withdrawn
        : now >= expiresAt ? QuestionnaireState.Expired
        : sheet.BegunAt is not null ? QuestionnaireState.UnderWay
        : sheet.IsSent ? QuestionnaireState.Sent
        : QuestionnaireState.NotSent;
}
