using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>届いた質問票の窓口: what a client answered is a proposal; it goes into the file field by field, under the rules of the facts.</summary>
[DisplayName("届いた質問票")]
public sealed class ReceivedDesk(DeskContext desk)
{
    /// <summary>Returns the answers beside the file, and records the look; null if there is none, or it was not handed in.</summary>
    [DisplayName("届いた質問票を開く")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<ReceivedQuestionnaire?> Open(Guid questionnaireId)
    {
        desk.MayDo<ReceivedDesk>();
        return desk.Open(async db =>
        {
            var sheet = await db.ClientQuestionnaires.AsNoTracking().Include(q => q.Answers).SingleOrDefaultAsync(q => q.Id == questionnaireId);
            if (sheet?.ReceivedAt is not { } received)
                return null;
            var file = await FileFacts.Read(db, await db.Clients.AsNoTracking().SingleAsync(c => c.Id == sheet.ClientId));
            var names = await db.Users.ToDictionaryAsync(u => u.Id, u => u.Name);
            var client = await db.Clients.Where(c => c.Id == sheet.ClientId).ToRows(db).SingleAsync();
            var answered = sheet.Answers.Select(a => a.Question).ToHashSet();
            return new ReceivedQuestionnaire(sheet.Id, client, received,
                [.. sheet.Answers.OrderBy(a => sheet.Questions.ToList().IndexOf(a.Question)).Select(a => RowOf(a, file, names))],
                [.. Questions.Of(sheet.Questions).Where(q => !answered.Contains(q.Code)).Select(q => q.Label)]);
        }, q => OpenedRecord.Client(q.Client.Id));
    }

    /// <summary>取り込む・取り込まない. All in one save: either all are decided, or none.</summary>
    /// <returns>What was done, for <see cref="Undo"/>.</returns>
    /// <exception cref="RuleException">A colleague has decided already or changed the file meanwhile, or the fact is not possible.</exception>
    [DisplayName("届いた答えを取り込む・取り込まない")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task<IReadOnlyList<DecidedAnswer>> Decide(Guid questionnaireId, IReadOnlyList<AnswerChoice> choices)
    {
        desk.MayDo<ReceivedDesk>();
        return desk.Change<IReadOnlyList<DecidedAnswer>>(async db =>
        {
            var (sheet, client, file) = await Load(db, questionnaireId);
            var decided = new List<DecidedAnswer>();
            foreach (var choice in choices)
            {
                var answer = sheet.Answers.Single(a => a.Id == choice.AnswerId);
                var decision = answer.Decide(choice.IsTaken, desk.Actor.StaffId, desk.Now);
                if (answer.Value is not { } value || !decision.IsTaken)
                {
                    decided.Add(new(answer.Id, decision, "", ""));
                    continue;
                }
                var question = Questions.Find(answer.Question) ?? throw new RuleException("この質問は、いまは使われていません。「取り込まない」を選んでください。");
                var (present, taken) = (question.In(file), question.Taken(file, value));
                if (present != choice.Seen && present != taken)
                    throw new RuleException($"「{question.Label}」は、ほかの人が先に変えました。今の記録を確かめてから、もう一度選んでください。");
                await question.Write(db, client, taken, desk.Actor.StaffId, desk.Now);
                decided.Add(new(answer.Id, decision, present, taken));
            }
            return decided;
        });
    }

    /// <summary>元に戻す: nothing is decided, and the file says what it said before.</summary>
    /// <exception cref="RuleException">The file was changed after that, or a colleague has decided anew.</exception>
    [DisplayName("届いた答えの取り込みを元に戻す")]
    [Allowed(Duty.Counselor, Duty.Planner, Duty.Manager)]
    public Task Undo(Guid questionnaireId, IReadOnlyList<DecidedAnswer> decided)
    {
        desk.MayDo<ReceivedDesk>();
        return desk.Change(async db =>
        {
            var (sheet, client, file) = await Load(db, questionnaireId);
            foreach (var done in decided)
            {
                var answer = sheet.Answers.Single(a => a.Id == done.AnswerId);
                if (answer.Decision != done.Decision)
                    throw new RuleException("このあとに、ほかの人が決め直しているため、元に戻せません。画面の内容を確かめてください。");
                if (done.Decision.IsTaken && Questions.Find(answer.Question) is { } question)
                {
                    if (question.In(file) != done.After)
                        throw new RuleException($"「{question.Label}」は、このあとに変わっているため、元に戻せません。");
                    await question.Write(db, client, done.Before, desk.Actor.StaffId, desk.Now);
                }
                answer.Reopen();
            }
        });
    }

    private static async Task<(ClientQuestionnaire Sheet, Client Client, FileFacts File)> Load(OneStopDb db, Guid questionnaireId)
    {
        var sheet = await db.ClientQuestionnaires.Include(q => q.Answers).SingleAsync(q => q.Id == questionnaireId);
        var client = await db.StandingClient(sheet.ClientId);
        return (sheet, client, await FileFacts.Read(db, client));
    }

    private static ReceivedAnswer RowOf(QuestionnaireAnswer answer, FileFacts file, Dictionary<Guid, string> names)
    {
        var question = Questions.Find(answer.Question);
        var seen = question?.In(file) ?? "";
        var inFile = question?.Say(seen) ?? "";
        return new()
        {
            Id = answer.Id,
            Purpose = question?.Purpose,
            Label = question?.Label ?? answer.Question,
            Asked = question?.Words.Plain ?? "",
            InFile = inFile,
            Answer = answer.Value is not { } value ? "" : question?.InWords(value) ?? value,
            Match = answer.Value is not { } given ? AnswerMatch.Declined
                : question is null ? AnswerMatch.Differs
                : question.Taken(file, given) == seen ? AnswerMatch.Same
                : inFile.Length == 0 ? AnswerMatch.New : AnswerMatch.Differs,
            IsAdded = question?.IsAdded == true && inFile.Length > 0,
            Decision = answer.Decision,
            DecidedBy = answer.Decision is { By: var by } ? names.GetValueOrDefault(by) : null,
            Seen = seen,
        };
    }
}
