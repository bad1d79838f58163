using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Data;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>The form of a questionnaire: one question for each screen, kept at each step.</summary>
public sealed class QuestionnaireForm : IClientForm
{
    /// <summary>The code of this kind of form, and the names of the fields of a step.</summary>
    public const string Kind = "questionnaire", Step = "step", Question = "question";

    /// <summary>The path of the page, before its key. It says nothing.</summary>
    public const string PagePath = "q/";

    /// <summary>How long a link is valid. The office's own rule.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromDays(7);

    string IClientForm.Kind => Kind;

    TimeSpan IClientForm.GoodFor => GoodFor;

    /// <summary>The facts are asked for consultation, in the wording of the privacy notice.</summary>
    ConsentPurpose IClientForm.Purpose => ConsentPurpose.Consultation;

    /// <inheritdoc/>
    public async Task<ClientAnswers> Keep(ClientAnswers kept, ClientAnswers typed, FormTurn turn)
    {
        var questionnaire = await turn.Db.QuestionnaireOf(turn.Link.Id);
        var asked = Questions.Of(questionnaire.Questions);
        var question = asked.FirstOrDefault(q => q.Code == typed[Question]);
        if (!Enum.TryParse<QuestionnaireStep>(typed[Step], out var step) || !Enum.IsDefined(step))
            step = QuestionnaireStep.Answer; // the Enter key sends the form without a button
        questionnaire.Begin(turn.Now);
        return new QuestionnaireDraft(asked, kept).After(step, question, typed, turn.Now.JapaneseDate);
    }

    /// <summary>Takes what was answered; what was not stays unanswered.</summary>
    public async Task Submit(ClientAnswers answers, FormTurn turn)
    {
        var questionnaire = await turn.Db.QuestionnaireOf(turn.Link.Id);
        var draft = new QuestionnaireDraft(Questions.Of(questionnaire.Questions), answers);
        List<QuestionnaireAnswer> received = [.. draft.HandedIn.Select(a => QuestionnaireAnswer.Of(a.Question, a.Value, turn.Now))];
        if (received.Count == 0)
            throw new RuleException("まだ、{何|なに}も{答|こた}えていません。{1|ひと}つでも{答|こた}えると、{送|おく}ることができます。");
        turn.Db.AddRange(received);
        questionnaire.Receive(received, turn.Now);
        if (turn.Conversation is { } told)
            turn.Db.Messages.Add(told.AddEvent("質問票が届きました", turn.Now));
    }

    /// <summary>A client without LINE gets no answer in a conversation: staff get in touch.</summary>
    public async Task MeetDanger(ClientLink link, OneStopDb db, DateTimeOffset now) => (await db.QuestionnaireOf(link.Id)).MeetDanger(now);
}

/// <summary>Creates and finds questionnaires.</summary>
public static class ClientQuestionnaires
{
    /// <summary>The part before a questionnaire's id of the topic that is announced when its answers have arrived or were decided.</summary>
    public const string Topic = "questionnaire";

    extension(OneStopDb db)
    {
        /// <summary>Returns the questionnaire of a link.</summary>
        internal Task<ClientQuestionnaire> QuestionnaireOf(Guid linkId) => db.ClientQuestionnaires.SingleAsync(q => q.LinkId == linkId);

        /// <summary>Asks a client exactly these questions, within the caller's save. Nothing is sent yet.</summary>
        /// <exception cref="RuleException">No question is chosen, or another questionnaire is open.</exception>
        internal async Task<ClientQuestionnaire> Ask(Client client, IReadOnlyCollection<string> codes, Guid by, DateTimeOffset now)
        {
            await db.TakeTurn(); // two who ask at the same moment would both find none open
            if (await db.ClientLinks.OpenQuestionnaires(client.Id, now).AnyAsync())
                throw new RuleException("まだ終わっていない質問票があります。新しく作るときは、先にそれを取り消してください。");
            var link = ClientLink.To(new QuestionnaireForm(), client, now);
            db.ClientLinks.Add(link);
            return db.ClientQuestionnaires.Add(ClientQuestionnaire.Of(link, codes, by, now)).Entity;
        }

        /// <summary>Closes a client's open pages, as when the case is closed. What was handed in stays to be decided.</summary>
        internal async Task EndQuestionnaires(Guid clientId, DateTimeOffset now)
        {
            foreach (var link in await db.ClientLinks.OpenQuestionnaires(clientId, now).ToListAsync())
                link.Withdraw(now);
        }
    }

    extension(IQueryable<ClientLink> links)
    {
        /// <summary>The links to a client's questionnaires that can still be handed in.</summary>
        internal IQueryable<ClientLink> OpenQuestionnaires(Guid clientId, DateTimeOffset now) =>
            links.NotSentOf(clientId).Where(l => l.Kind == QuestionnaireForm.Kind && l.ExpiresAt > now);
    }
}
