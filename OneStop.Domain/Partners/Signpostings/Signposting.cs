using OneStop.Domain.Search;

namespace OneStop.Domain.Partners.Signpostings;

/// <summary>
/// 案内: a client is shown the way to another office or service, from the explanation to what came of it (仕様書 7(2)①(ク), 10(2)). It is no 紹介, which is
/// another thing in law. Each step keeps its day and author.
/// </summary>
public sealed class Signposting
{
    /// <summary>The most characters of a service's name, and of the purpose and the words.</summary>
    public const int LongestService = 100, LongestWords = 500;

    private readonly List<SignpostingStep> steps = [];

    private Signposting() { }

    /// <summary>Begins a signposting with its first step.</summary>
    /// <param name="partner">The office; null for a service in words.</param>
    /// <exception cref="RuleException">Nothing is named, the office has closed down, or a text is too long.</exception>
    public static Signposting Of(Guid clientId, Partner? partner, SignpostingWish wish, Guid staffId, DateTimeOffset now)
    {
        if (partner is { Closing: not null })
            throw new RuleException($"「{partner.Name}」は閉所しているため、案内できません。", nameof(wish.PartnerId));
        var service = partner?.Name ?? wish.Service.Trim();
        if (service.Length is 0 or > LongestService)
            throw new RuleException($"関係機関を選ぶか、案内した事業の名前を{LongestService}文字までで入力してください。", nameof(wish.Service));
        var signposting = new Signposting
        {
            Id = Guid.CreateVersion7(now),
            ClientId = clientId,
            PartnerId = partner?.Id,
            Service = service,
            Target = partner is null ? new FoldedText(service).Text : partner.Id.ToString("N"),
            BegunBy = staffId,
            BegunAt = now,
        };
        signposting.Describe(new(wish.Purpose, wish.NextOn));
        return signposting;
    }

    public Guid Id { get; private set; }
    public Guid ClientId { get; private set; }

    /// <summary>Null for a service that is not in the directory.</summary>
    public Guid? PartnerId { get; private set; }

    /// <summary>The name of the office or service at the time.</summary>
    public string Service { get; private set; } = "";

    /// <summary>What counts as the same office or service.</summary>
    public string Target { get; private set; } = "";

    /// <summary>目的: what it is for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>When somebody looks after it next; null if nobody has to.</summary>
    public DateOnly? NextOn { get; private set; }

    public Guid BegunBy { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>The stage that it has reached; null if its only step was taken back, which is as if it had never been.</summary>
    public SignpostingStage? Stage { get; private set; }

    /// <summary>Null until it has ended.</summary>
    public SignpostingResult? Result { get; private set; }

    public IReadOnlyList<SignpostingStep> Steps => steps;

    private SignpostingStep? Last => steps.Where(s => s.Withdrawal is null).MaxBy(s => s.Stage);

    /// <summary>The part that can be corrected at any time.</summary>
    public SignpostingPlan Plan => new(Purpose, NextOn);

    /// <summary>Corrects the purpose and the next date.</summary>
    /// <exception cref="RuleException">The purpose is too long.</exception>
    public void Describe(SignpostingPlan plan) => (Purpose, NextOn) = (Text(plan.Purpose, "目的", nameof(plan.Purpose)), plan.NextOn);

    /// <summary>Adds a step. It leads further than the one before, and is not earlier.</summary>
    /// <exception cref="RuleException">The stage was reached already, the day is missing, in the future or before the last step, or the result is
    /// missing.</exception>
    public SignpostingStep Advance(StepWish wish, Guid staffId, DateTimeOffset now)
    {
        if (wish.On is not { } day)
            throw new RuleException("いつのことかを入力してください。", nameof(wish.On));
        if (day > now.JapaneseDate)
            throw new RuleException("これからの日は記録できません。済んだことだけを記録してください。", nameof(wish.On));
        if (Last is { } last && (wish.Stage <= last.Stage || day < last.On))
            throw new RuleException(wish.Stage <= last.Stage ? $"もう「{last.Stage.InJapanese}」まで進んでいます。まちがいなら、先に取り消してください。"
                : $"前の段階（{JapanTime.Say(last.On)}）より前の日です。", wish.Stage <= last.Stage ? nameof(wish.Stage) : nameof(wish.On));
        if (wish is { Stage: SignpostingStage.Ended, Result: null })
            throw new RuleException("結果を選んでください。", nameof(wish.Result));
        Text(wish.Words, "記録", nameof(wish.Words));
        Text(wish.HandedOver, "渡したもの", nameof(wish.HandedOver));
        var step = SignpostingStep.Of(Id, wish, staffId, now).Counted();
        steps.Add(step);
        NextOn = wish.Stage == SignpostingStage.Ended ? null : wish.NextOn;
        See();
        return step;
    }

    /// <summary>Takes the last step back; the one before counts again.</summary>
    /// <exception cref="RuleException">Another step was added since.</exception>
    public void TakeBack(Guid stepId, Guid staffId, DateTimeOffset now)
    {
        if (Last?.Id != stepId)
            throw new RuleException("取り消せるのは、いちばん新しい段階だけです。");
        Last.Withdraw(staffId, now);
        See();
    }

    /// <summary>Undoes <see cref="TakeBack"/>.</summary>
    /// <exception cref="RuleException">Another step was added since.</exception>
    public void Restore(Guid stepId)
    {
        var step = steps.Single(s => s.Id == stepId);
        if (Last is { } last && last.Stage >= step.Stage && last.Id != stepId)
            throw new RuleException("そのあとに別の段階が記録されたため、戻せません。");
        step.Restore();
        See();
    }

    private void See() => (Stage, Result) = (Last?.Stage, Last?.Result);

    private static string Text(string text, string what, string field) =>
        text.Trim() is { Length: <= LongestWords } trimmed ? trimmed : throw new RuleException($"{what}は{LongestWords}文字までです。", field);
}
