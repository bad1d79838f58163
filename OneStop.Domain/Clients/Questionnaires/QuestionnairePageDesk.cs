using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Clients.Forms;
using OneStop.Domain.Data;
using OneStop.Domain.Safeguards;
using OneStop.Domain.Staff;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>What the page of a questionnaire shows: one question, or the end. Never what was answered.</summary>
public sealed record QuestionnaireScreen
{
    /// <summary>The state of the page; if it is not open, nothing else is said.</summary>
    public required ClientFormState State { get; init; }

    /// <summary>Whether it was handed in, on this device.</summary>
    public bool IsHandedIn { get; init; }

    /// <summary>Whether nothing was done on this device yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The question; null at the end.</summary>
    public Question? Question { get; init; }

    /// <summary>The last question, to which one goes back from the end.</summary>
    public Question? Last { get; init; }

    /// <summary>Whether it is answered already, which only its place shows.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>The place of the question, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The number of questions.</summary>
    public int Count { get; init; }

    /// <summary>Until when the page is open.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>The questions that are not answered, for the end.</summary>
    public IReadOnlyList<Question> Missing { get; init; } = [];
}

/// <summary>質問票のページの窓口: what the client's page shows. Typing and handing in go through <see cref="ClientFormDesk"/>.</summary>
[DisplayName("質問票のページ")]
public sealed class QuestionnairePageDesk(DeskContext desk, ClientFormDesk forms, LinkKeys keys)
{
    /// <summary>Returns the screen. It does not reveal whose page it is, and opening it changes nothing.</summary>
    /// <param name="device">The device's token; null if it has none.</param>
    [DisplayName("質問票のページを開く")]
    [Allowed(Line = true)]
    public async Task<QuestionnaireScreen> Look(string key, string? device)
    {
        desk.MayDo<QuestionnairePageDesk>();
        var view = await forms.Look(key, QuestionnaireForm.Kind, device);
        if (view.State != ClientFormState.Open || keys.Read(key) is not { } link)
            return new() { State = view.State, IsHandedIn = view.IsSubmitted };
        await using var db = await desk.Read();
        var asked = Questions.Of((await db.QuestionnaireOf(link)).Questions);
        var draft = new QuestionnaireDraft(asked, view.Answers);
        return new()
        {
            State = view.State,
            IsNew = draft.IsNew,
            Question = draft.Current,
            Last = asked.Count > 0 ? asked[^1] : null,
            IsAnswered = draft.Current is { } current && draft.IsAnswered(current),
            Number = draft.At + 1,
            Count = asked.Count,
            Until = await db.ClientLinks.Where(l => l.Id == link).Select(l => l.ExpiresAt).SingleAsync(),
            Missing = draft.Missing,
        };
    }
}
