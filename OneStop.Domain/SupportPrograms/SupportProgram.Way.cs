using OneStop.Domain.Clients.Facts;
using OneStop.Domain.SupportPrograms.Assessment;
using OneStop.Domain.SupportPrograms.Contents;
using OneStop.Domain.SupportPrograms.Versions;

namespace OneStop.Domain.SupportPrograms;

/// <content>The way of a version: request, 差し戻し, approval, 策定, and the changes after it.</content>
public sealed partial class SupportProgram
{
    private const int HoursOfWeek = 7 * 24;

    /// <summary>確認依頼: asks a second person to approve the newest version.</summary>
    /// <param name="missing">What is missing; nothing may be.</param>
    /// <exception cref="RuleException">Something is missing, or the version is not open.</exception>
    public void Ask(IReadOnlyList<MissingPart> missing, string digest, string remark, Guid by, DateTimeOffset now)
    {
        RefuseIfOver();
        if (missing.Count > 0)
            throw new RuleException($"まだ{missing.Count}か所足りません。はじめは「{missing[0].Place.Section.InJapanese}」の、{missing[0].Words}です。");
        Take(v => v.Ask(digest, remark, by, now), now);
    }

    /// <summary>Takes the request back.</summary>
    /// <exception cref="RuleException">Nothing was asked for, or the program has ended.</exception>
    public void WithdrawRequest(DateTimeOffset now)
    {
        RefuseIfOver();
        Take(v => v.Withdraw(), now);
    }

    /// <summary>差し戻し: asks for changes.</summary>
    /// <exception cref="RuleException">Nothing was asked for, it is the own version, or the reason is missing.</exception>
    public void SendBack(string reason, Guid by, DateTimeOffset now)
    {
        RefuseIfOver();
        Take(v => v.SendBack(reason, by, now), now);
    }

    /// <summary>承認 by a second person.</summary>
    /// <exception cref="RuleException">Nothing was asked for, it is the own version, or the words are not those that were seen.</exception>
    public void Approve(string seen, string present, Guid by, DateTimeOffset now)
    {
        RefuseIfOver();
        Take(v => v.Approve(seen, present, by, now), now);
    }

    /// <summary>下書きに戻す: after the approval something is to be changed. The approval is void.</summary>
    public void Reopen(DateTimeOffset now)
    {
        RefuseIfOver();
        Take(v => v.Reopen(), now);
    }

    /// <summary>策定: the client confirmed the approved words.</summary>
    /// <param name="carried">What was known of work on that day, to be compared with later.</param>
    /// <param name="nextReviewOn">When it is first reviewed.</param>
    /// <exception cref="RuleException">The version is not approved, or the words differ.</exception>
    public void Establish(VersionConfirmation confirmation, CarriedFacts carried, DateOnly nextReviewOn, DateTimeOffset now)
    {
        RefuseIfOver();
        Take(v => v.Establish(confirmation, VersionWay.Whole), now);
        Establishment ??= ProgramEstablishment.Of(confirmation.On);
        Baseline ??= new(confirmation.On, carried.MonthlyIncome, carried.WeeklyHours, carried.Form);
        NextReviewOn ??= nextReviewOn;
    }

    /// <summary>くらべるもとを直す: corrects what was known of work on the day of establishment; what stood there is kept.</summary>
    /// <exception cref="RuleException">No version was established, the reason is missing, nothing differs, or a value is not possible.</exception>
    public void CorrectBaseline(BaselineWish wish, Guid by, DateTimeOffset now)
    {
        if (Baseline is not { } before)
            throw new RuleException("策定したプログラムにだけ書けます。");
        var reason = wish.Reason.Trim() switch
        {
            "" => throw new RuleException("直す理由を書いてください。", nameof(wish.Reason)),
            { Length: > BaselineWish.LongestReason } => throw new RuleException($"理由は{BaselineWish.LongestReason}文字までです。", nameof(wish.Reason)),
            var words => words,
        };
        var corrected = before with
        {
            Form = wish.Form,
            MonthlyIncome = wish.MonthlyIncome.Within(0, FactTexts.MostYen, "月の収入", nameof(wish.MonthlyIncome)),
            WeeklyHours = wish.WeeklyHours.Within(0, HoursOfWeek, "週の時間", nameof(wish.WeeklyHours)),
        };
        if (corrected == before)
            throw new RuleException("前と同じ内容です。");
        (Baseline, BaselineCorrections) = (corrected, [.. BaselineCorrections, new(before, reason, now, by)]);
    }

    /// <summary>Puts a change of dates into force.</summary>
    /// <param name="isOnlyDates">Whether nothing but dates and order differs from the version in force.</param>
    /// <exception cref="RuleException">No version is in force, or something else differs too.</exception>
    public void EstablishDates(bool isOnlyDates, VersionConfirmation confirmation, DateTimeOffset now)
    {
        RefuseIfOver();
        if (EstablishedEdition is null || !isOnlyDates)
            throw new RuleException("日付のほかにも変わったところがあります。確認の依頼から進めてください。");
        Take(v => v.Establish(confirmation, VersionWay.OnlyDates), now);
    }

    /// <summary>内容を変える: begins the next version with the words of the one in force.</summary>
    /// <param name="inForce">The version in force.</param>
    /// <exception cref="RuleException">No version is in force, a change is under way, or the reason is missing.</exception>
    public ProgramVersion Change(ProgramVersion inForce, string reason, Guid by, DateTimeOffset now)
    {
        if (State != ProgramState.Running || inForce.Number != EstablishedEdition)
            throw new RuleException("実施中のプログラムだけ、内容を変えられます。");
        if (NewestStep.IsUnderWay)
            throw new RuleException("もう、変更の途中の版があります。それを続けてください。");
        Edition++;
        versions.Add(inForce.Next(Edition, ProgramVersion.Checked(reason, "変える理由を書いてください。"), by, now));
        Settle(now);
        return Newest;
    }

    /// <summary>Drops a change that is under way.</summary>
    /// <exception cref="RuleException">It is the first version, or none is under way.</exception>
    public void DropChange(DateTimeOffset now)
    {
        RefuseIfOver();
        if (EstablishedEdition is null)
            throw new RuleException("はじめの版はやめられません。プログラムを始めないときは「終える」を使ってください。");
        Take(v => v.Drop(), now);
    }

    /// <summary>Undoes <see cref="DropChange"/>.</summary>
    public void BringChangeBack(DateTimeOffset now)
    {
        RefuseIfOver();
        Take(v => v.BringBack(), now);
    }
}
