namespace OneStop.Domain.Clients.Dialogues;

/// <summary>A button about the client's own data: eligibility, consent, telephone number, deletion.</summary>
public abstract record ClientStep : DialogueStep
{
    /// <summary>The prefix of the data of these buttons.</summary>
    public const string Prefix = "client/";

    /// <inheritdoc/>
    public sealed override string Data => Prefix + Words;

    protected abstract string Words { get; }

    /// <summary>Parses what follows the prefix; null if it is no step.</summary>
    public static DialogueStep? Read(string words)
    {
        var (verb, rest) = words.Split('/', 2) is [var head, var tail] ? (head, tail) : (words, null);
        return (verb, rest) switch
        {
            ("yes" or "yes!", { Length: > 0 }) => new SaysEligible(Eligibility.Yes, rest, verb.EndsWith('!')),
            ("unsure" or "unsure!", { Length: > 0 }) => new SaysEligible(Eligibility.Unsure, rest, verb.EndsWith('!')),
            ("no" or "no!", { Length: > 0 }) => new SaysEligible(Eligibility.No, rest, verb.EndsWith('!')),
            ("both" or "neither", { Length: > 0 }) => new AnswersOneCard(verb == "both", rest),
            ("agree" or "refuse", not null)
                when rest.Split('/', 2) is [{ Length: > 0 } purpose, { Length: > 0 } next] => new SaysConsent(verb == "agree", purpose, next),
            ("form", null) => new WantsForm(),
            ("withdraw", null) => new WithdrawsConsent(null, IsSure: false),
            ("withdraw" or "withdraw!", { Length: > 0 }) => new WithdrawsConsent(rest, verb.EndsWith('!')),
            ("erase" or "erase!", null) => new AsksErasure(verb.EndsWith('!')),
            _ => null,
        };
    }
}

/// <summary>An answer to a question of the gate.</summary>
/// <param name="Next">The button data of the step that waits for the answer.</param>
public abstract record GateAnswer(string Next) : ClientStep;

/// <summary>対象者の確認.</summary>
/// <param name="IsSure">Whether the person has confirmed that an earlier answer is to be changed.</param>
public sealed record SaysEligible(Eligibility Answer, string Next, bool IsSure = false) : GateAnswer(Next)
{
    protected override string Words => $"{(Answer == Eligibility.Yes ? "yes" : Answer == Eligibility.No ? "no" : "unsure")}{(IsSure ? "!" : "")}/{Next}";
}

/// <summary>同意する、同意しない.</summary>
/// <param name="Purpose">The code of the purpose.</param>
public sealed record SaysConsent(bool Agrees, string Purpose, string Next) : GateAnswer(Next)
{
    protected override string Words => $"{(Agrees ? "agree" : "refuse")}/{Purpose}/{Next}";
}

/// <summary>対象者の確認 and 個人情報の取り扱いへの同意 on one card.</summary>
/// <param name="Fits">あてはまり、同意して進む; false for わからない・ちがう, which gives no consent.</param>
public sealed record AnswersOneCard(bool Fits, string Next) : GateAnswer(Next)
{
    protected override string Words => $"{(Fits ? "both" : "neither")}/{Next}";
}

/// <summary>電話番号を入れる: asks for a link to the page, again if the first one was used or has expired.</summary>
public sealed record WantsForm : ClientStep
{
    protected override string Words => "form";
}

/// <summary>同意の撤回, with a confirmation first.</summary>
/// <param name="Purpose">The code of the purpose; null if the client has not chosen among several.</param>
public sealed record WithdrawsConsent(string? Purpose, bool IsSure) : ClientStep
{
    /// <summary>すべて取り消す: takes the place of a code.</summary>
    public const string All = "all";

    protected override string Words => $"withdraw{(IsSure ? "!" : "")}{(Purpose is null ? "" : $"/{Purpose}")}";
}

/// <summary>記録の消去の依頼, with a confirmation first.</summary>
public sealed record AsksErasure(bool IsSure) : ClientStep
{
    protected override string Words => IsSure ? "erase!" : "erase";
}
