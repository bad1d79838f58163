namespace OneStop.Domain.Clients.Dialogues;

/// <summary>A button about oneself: who one is, what one agrees to, and taking it back.</summary>
public abstract record ClientStep : DialogueStep
{
    /// <summary>Each of these buttons begins with it.</summary>
    public const string Prefix = "client/";

    /// <inheritdoc/>
    public sealed override string Data => Prefix + Words;

    protected abstract string Words { get; }

    /// <summary>Reads what stands behind the prefix.</summary>
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
/// <param name="Next">What the button of the step that waited would have posted back.</param>
public abstract record GateAnswer(string Next) : ClientStep;

/// <summary>対象者の確認.</summary>
/// <param name="IsSure">They were asked whether another answer, given before, is to be changed.</param>
public sealed record SaysEligible(Eligibility Answer, string Next, bool IsSure = false) : GateAnswer(Next)
{
    protected override string Words => $"{(Answer == Eligibility.Yes ? "yes" : Answer == Eligibility.No ? "no" : "unsure")}{(IsSure ? "!" : "")}/{Next}";
}

/// <summary>同意する、同意しない.</summary>
/// <param name="Purpose">The code of what it is for.</param>
public sealed record SaysConsent(bool Agrees, string Purpose, string Next) : GateAnswer(Next)
{
    protected override string Words => $"{(Agrees ? "agree" : "refuse")}/{Purpose}/{Next}";
}

/// <summary>対象者の確認 and 個人情報の取り扱いへの同意 on one card.</summary>
/// <param name="Fits">あてはまり、同意して進む; else わからない・ちがう, which agrees to nothing.</param>
public sealed record AnswersOneCard(bool Fits, string Next) : GateAnswer(Next)
{
    protected override string Words => $"{(Fits ? "both" : "neither")}/{Next}";
}

/// <summary>電話番号を入れる: on a page of ours, once more where the first address is used or over.</summary>
public sealed record WantsForm : ClientStep
{
    protected override string Words => "form";
}

/// <summary>同意の撤回, asked once more first.</summary>
/// <param name="Purpose">The code of what it is for; null where they have not said which, if there are several.</param>
public sealed record WithdrawsConsent(string? Purpose, bool IsSure) : ClientStep
{
    /// <summary>すべて取り消す, in the place of a code.</summary>
    public const string All = "all";

    protected override string Words => $"withdraw{(IsSure ? "!" : "")}{(Purpose is null ? "" : $"/{Purpose}")}";
}

/// <summary>記録の消去の依頼, asked once more first.</summary>
public sealed record AsksErasure(bool IsSure) : ClientStep
{
    protected override string Words => IsSure ? "erase!" : "erase";
}
