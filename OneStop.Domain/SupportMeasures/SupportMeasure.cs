using OneStop.Domain.DatedRules;

namespace OneStop.Domain.SupportMeasures;

/// <summary>確かめた: who looked a measure's texts up, and when.</summary>
/// <param name="StaffId">Null if it was checked before the program was set up.</param>
public sealed record MeasureCheck(DateTimeOffset At, Guid? StaffId);

/// <summary>廃止: when a measure was retired, and by whom.</summary>
public sealed record MeasureRetirement(DateTimeOffset At, Guid StaffId);

/// <summary>
/// 支援策: an allowance, a loan or another service that is explained to clients. The four of the specification (仕様書 7(2)①(ク)) are explained to
/// everybody; managers add others. Each wording is kept as a <see cref="SupportMeasureRevision"/>.
/// </summary>
public sealed class SupportMeasure
{
    private SupportMeasure() { }

    /// <summary>Creates a measure that comes with the program.</summary>
    internal static SupportMeasure Known(string code, MeasureWording wording, DateOnly? checkedOn, DateTimeOffset now)
    {
        var measure = Begin(code, now);
        measure.Revise(wording, null, now);
        if (checkedOn is { } day)
            measure.Check = new(JapanTime.At(day, TimeOnly.MinValue), null);
        return measure;
    }

    /// <summary>Creates a measure that a manager adds.</summary>
    public static SupportMeasure Write(MeasureWording wording, Guid staffId, DateTimeOffset now)
    {
        var measure = Begin("", now);
        measure.Code = $"own.{measure.Id:N}";
        measure.Revise(wording, staffId, now);
        return measure;
    }

    private static SupportMeasure Begin(string code, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), Code = code };

    public Guid Id { get; private set; }

    /// <summary>The code by which the program knows the measures that come with it; never reused.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Whether it is one of the four that are explained to everybody.</summary>
    public bool IsOneOfFour => TheFour.Codes.Contains(Code);

    /// <summary>The texts.</summary>
    public MeasureWording Wording { get; private set; } = null!;

    /// <summary>The number of the wording, from 1.</summary>
    public int Edition { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Null for a wording that came with the program.</summary>
    public Guid? ChangedBy { get; private set; }

    /// <summary>The last check; null if the present wording was never checked.</summary>
    public MeasureCheck? Check { get; private set; }

    public MeasureRetirement? Retirement { get; private set; }

    /// <summary>The measure as the form shows it.</summary>
    public MeasureWish Wish => Wording.Wish;

    /// <summary>Whether its texts may be told to clients: checked in the last twelve months.</summary>
    public bool IsConfirmed(DateTimeOffset now) => Check is { } check && now < check.At.AddMonths(RuleCheck.GoodFor);

    /// <summary>Changes the texts, which have to be checked again.</summary>
    /// <returns>False if the texts are the same.</returns>
    /// <exception cref="RuleException">It is one of the four, and its name would change.</exception>
    public bool Revise(MeasureWording wording, Guid? staffId, DateTimeOffset now)
    {
        if (wording == Wording)
            return false;
        if (IsOneOfFour && Edition > 0 && wording.Name != Wording.Name)
            throw new RuleException("仕様書の4つの支援策は、名前を変えられません。", nameof(MeasureWish.Name));
        Wording = wording;
        (ChangedBy, ChangedAt, Check) = (staffId, now, null);
        Edition++;
        return true;
    }

    /// <summary>確かめた: the texts were looked up and are right. Clients are told about it from now on.</summary>
    public void Confirm(Guid staffId, DateTimeOffset now) => Check = new(now, staffId);

    /// <summary>Restores an earlier check, for undoing.</summary>
    public void RestoreCheck(MeasureCheck? before) => Check = before;

    /// <summary>廃止: stops offering it; what was explained stays.</summary>
    /// <exception cref="RuleException">It is one of the four.</exception>
    public void Retire(Guid staffId, DateTimeOffset now)
    {
        if (IsOneOfFour)
            throw new RuleException("仕様書の4つの支援策は、やめられません。");
        Retirement ??= new(now, staffId);
    }

    /// <summary>Offers it again.</summary>
    public void BringBack() => Retirement = null;
}

/// <summary>A wording of a measure: who wrote it, when, and its texts.</summary>
public sealed class SupportMeasureRevision
{
    private SupportMeasureRevision() { }

    internal static SupportMeasureRevision Of(SupportMeasure measure) => new()
    {
        MeasureId = measure.Id,
        Edition = measure.Edition,
        At = measure.ChangedAt,
        StaffId = measure.ChangedBy,
        Wording = measure.Wording,
    };

    public Guid MeasureId { get; private set; }
    public int Edition { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? StaffId { get; private set; }
    public MeasureWording Wording { get; private set; } = null!;
}

/// <summary>
/// The four measures that are explained to everybody who is consulted (仕様書 7(2)①(ク)), by their codes. Their texts and amounts are data.
/// </summary>
public static class TheFour
{
    /// <summary>自立支援教育訓練給付金</summary>
    public const string Training = "kyouiku";

    /// <summary>高等職業訓練促進給付金</summary>
    public const string Vocational = "koutou";

    /// <summary>高等職業訓練促進資金貸付</summary>
    public const string VocationalLoan = "kashitsuke";

    /// <summary>住宅支援資金貸付</summary>
    public const string HousingLoan = "jutaku";

    /// <summary>The codes, in the order of the specification.</summary>
    public static readonly IReadOnlyList<string> Codes = [Training, Vocational, VocationalLoan, HousingLoan];
}
