using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Conversations;
using OneStop.Domain.Conversations.Answers;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>質問票の窓口: asking a client questions on a page, by a card in LINE or by a text that staff send themselves (仕様書 7(2)①(イ)).</summary>
[DisplayName("スマホの質問票")]
public sealed class QuestionnaireDesk(DeskContext desk, LinkKeys keys)
{
    /// <summary>Returns a client's questionnaires without their contents, and records the look; null if there is no such client.</summary>
    [DisplayName("質問票の一覧を見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<QuestionnaireList?> Of(Guid clientId)
    {
        desk.MayDo<QuestionnaireDesk>();
        return desk.Open(async db =>
        {
            if (await db.Clients.Where(c => c.Id == clientId).ToRows(db).SingleOrDefaultAsync() is not { } client)
                return null;
            var (rows, why) = (await db.QuestionnairesOf(clientId, desk.Now), await db.WhyNoQuestionnaire(clientId, desk.Now));
            return new QuestionnaireList(clientId, client.ConversationId, rows, why, client.CanBeTold);
        }, _ => OpenedRecord.Client(clientId));
    }

    /// <summary>Returns all questions; suggested are those whose fact the file does not know.</summary>
    /// <param name="about">If given, all that is missing in these groups is suggested, and nothing else; without it, what is asked of everybody.</param>
    [DisplayName("質問票で聞けることを見る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<IReadOnlyList<QuestionChoice>> Choices(Guid clientId, IReadOnlyCollection<FactPurpose>? about = null)
    {
        desk.MayDo<QuestionnaireDesk>();
        return await desk.Open<IReadOnlyList<QuestionChoice>>(async db =>
        {
            var file = await FileFacts.Read(db, await db.Clients.AsNoTracking().SingleAsync(c => c.Id == clientId));
            var missing = Questions.MissingOf(file, about ?? Enum.GetValues<FactPurpose>()).ToHashSet();
            return [.. Questions.All.Select(q => new QuestionChoice(q.Code, q.Purpose, q.Label, q.IsKnown(file),
                missing.Contains(q.Code) && (q.IsSuggested || about is not null)))];
        }, _ => OpenedRecord.Client(clientId)) ?? [];
    }

    /// <summary>作る: a questionnaire with exactly these questions. Nothing is sent yet.</summary>
    /// <exception cref="RuleException">No question is chosen, the consent is missing, or another questionnaire is open.</exception>
    [DisplayName("質問票を作る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<Guid> Create(Guid clientId, QuestionnaireWish wish, Guid? key = null)
    {
        desk.MayDo<QuestionnaireDesk>();
        return desk.Create(key, async db =>
        {
            var client = await db.StandingClient(clientId);
            if (await db.WhyNoQuestionnaire(clientId, desk.Now) is { } why)
                throw new RuleException(why);
            return (await db.Ask(client, wish.Codes, desk.Actor.StaffId, desk.Now)).Id;
        });
    }

    /// <summary>Returns the card that the client would get; nothing is saved.</summary>
    /// <exception cref="RuleException">It cannot be sent, or the client cannot be reached in LINE.</exception>
    [DisplayName("質問票のカードを下見する")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public async Task<QuestionnaireCard> Preview(Guid questionnaireId)
    {
        desk.MayDo<QuestionnaireDesk>();
        await using var db = await desk.Read();
        var (now, (sheet, link)) = (desk.Now, await db.SendableQuestionnaire(questionnaireId, desk.Now));
        var talk = await TalkOf(db, sheet.ClientId);
        return new(QuestionnaireCards.Of(sheet, link.ExpiresAt), talk.Discretion is not null,
            talk.NoContact is { } hours && hours.Cover(now) ? hours.EndAfter(now) : null);
    }

    /// <summary>LINEで送る: sends the card. Like an answer it is held for some seconds.</summary>
    /// <param name="key">The key of the form: a form that is saved twice sends one card.</param>
    /// <exception cref="RuleException">It cannot be sent, or the client cannot be reached in LINE.</exception>
    [DisplayName("質問票をLINEで送る")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Send(Guid questionnaireId, Guid? key = null)
    {
        desk.MayDo<QuestionnaireDesk>();
        return desk.Create(key, async db =>
        {
            var (sheet, link) = await db.SendableQuestionnaire(questionnaireId, desk.Now);
            var card = db.SendCard(await TalkOf(db, sheet.ClientId), QuestionnaireCards.Of(sheet, link.ExpiresAt), desk.Actor.StaffId, desk.Now);
            sheet.Send(card, desk.Actor.StaffId, desk.Now);
            return sheet.Id;
        });
    }

    /// <summary>Takes the card back within the hold.</summary>
    /// <exception cref="RuleException">It has gone out.</exception>
    [DisplayName("質問票のカードを取り消す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task TakeBack(Guid questionnaireId)
    {
        desk.MayDo<QuestionnaireDesk>();
        return desk.Change(async db =>
        {
            var sheet = await db.ClientQuestionnaires.SingleAsync(q => q.Id == questionnaireId);
            if (sheet.MessageId is { } card)
                await db.TakeCardBack(card, desk.Now);
            sheet.TakeBack();
        });
    }

    /// <summary>文面をコピー: returns the address, for a client without LINE. The trail says who took it and when.</summary>
    /// <exception cref="RuleException">It cannot be sent.</exception>
    [DisplayName("質問票のアドレスをコピーする")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<CopiedAddress> Copy(Guid questionnaireId)
    {
        desk.MayDo<QuestionnaireDesk>();
        return desk.Change(async db =>
        {
            var (sheet, link) = await db.SendableQuestionnaire(questionnaireId, desk.Now);
            sheet.Copy(desk.Actor.StaffId, desk.Now);
            return new CopiedAddress($"{QuestionnaireForm.PagePath}{keys.Of(link.Id)}", link.ExpiresAt);
        });
    }

    /// <summary>取り消す: the page takes nothing any more, and what was typed so far is gone.</summary>
    /// <exception cref="RuleException">It was handed in.</exception>
    [DisplayName("質問票を取り消す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Withdraw(Guid questionnaireId)
    {
        desk.MayDo<QuestionnaireDesk>();
        return desk.Change(async db =>
        {
            var sheet = await db.ClientQuestionnaires.SingleAsync(q => q.Id == questionnaireId);
            if (sheet.ReceivedAt is not null)
                throw new RuleException("この質問票は、もう届いています。画面を確かめてください。");
            (await db.ClientLinks.SingleAsync(l => l.Id == sheet.LinkId)).Withdraw(desk.Now);
            sheet.Withdraw(desk.Actor.StaffId);
        });
    }

    /// <summary>連絡した: a client without LINE wrote words of danger, and a member of staff got in touch.</summary>
    [DisplayName("質問票の危険な言葉のあとに連絡したと記録する・戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task SeeDanger(Guid questionnaireId, bool isSeen)
    {
        desk.MayDo<QuestionnaireDesk>();
        return desk.Change(async db =>
        {
            var sheet = await db.ClientQuestionnaires.SingleAsync(q => q.Id == questionnaireId);
            if (isSeen)
                sheet.SeeDanger(desk.Actor.StaffId, desk.Now);
            else
                sheet.UnseeDanger();
        });
    }

    private static async Task<Conversation> TalkOf(OneStopDb db, Guid clientId) => await db.Conversations.Include(c => c.Friend)
        .SingleOrDefaultAsync(c => c.Friend.BlockedAt == null && db.Clients.Any(k => k.Id == clientId && k.FriendId == c.FriendId))
        ?? throw new RuleException("LINEでは届きません（ブロックされているか、友だちではありません）。「文面をコピー」で送ってください。");
}
