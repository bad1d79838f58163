using OneStop.Domain.Imports;
using Field = OneStop.Domain.JobOpenings.Importing.OpeningFields;

namespace OneStop.Domain.JobOpenings.Importing;

/// <summary>A record that was read, or why it could not be.</summary>
/// <param name="Line">Where it stands: the row of the sheet, or its number in the delivery.</param>
/// <param name="Record">Null if the record is broken.</param>
/// <param name="Faults">What is wrong with its fields. Without a breaking one the record can be taken over.</param>
public sealed record ReadOpening(int Line, PublicOpeningRecord? Record, IReadOnlyList<RecordFault> Faults, RawRecord Raw);

/// <summary>Reads the records of one list, in their order: a number that occurred before is a fault of the later record.</summary>
/// <param name="source">The source, whose numbers have their own form.</param>
public sealed class RecordReading(FeedSource source)
{
    private readonly Dictionary<string, int> lines = [];
    private readonly Dictionary<string, string> keys = []; // of names, which are the same in all records

    /// <summary>Reads a record whose texts are found by their names.</summary>
    public ReadOpening Read(int line, RawRecord raw)
    {
        var named = raw.Texts.DistinctBy(t => KeyOf(t.Name)).ToDictionary(t => KeyOf(t.Name));
        return Read(line, raw, field => field.Keys.Select(named.GetValueOrDefault).FirstOrDefault(t => t is not null));
    }

    /// <summary>Reads a record.</summary>
    /// <param name="find">Returns the text of a field; null if there is none.</param>
    /// <param name="whole">What is wrong with the record as a whole, so that its texts may stand in wrong places; null if nothing is.</param>
    internal ReadOpening Read(int line, RawRecord raw, Func<ImportField, RawText?> find, string? whole = null)
    {
        var texts = new RecordTexts($"{line}行目", find);
        if (whole is not null)
            texts.Refuse(whole);
        var record = whole is null ? Record(texts, raw) : null;
        if (record is not null && !lines.TryAdd(record.Number, line))
            texts.Refuse($"求人番号{record.Number}は、{lines[record.Number]}行目にもあります。");
        return new(line, texts.Faults.Any(f => f.IsBreaking) ? null : record, texts.Faults, raw);
    }

    private string KeyOf(string name) => keys.TryGetValue(name, out var key) ? key : keys[name] = ImportField.KeyOf(name);

    private PublicOpeningRecord? Record(RecordTexts texts, RawRecord raw)
    {
        var number = texts.Text(Field.Number) is { Length: > 0 } written ? texts.Try(Field.Number, () => OpeningNumber.Read(written, source)) : null;
        var introduced = texts.Value(Field.IntroducedUntil);
        var until = texts.Value(Field.ValidUntil) ?? introduced;
        if (until is null && !texts.Faults.Any(f => f.Field == Field.ValidUntil.Head && f.IsBreaking))
            texts.Refuse("有効期限を読めません。");
        var record = new PublicOpeningRecord(number ?? "", texts.Value(Field.ReceivedOn), until ?? default, texts.Text(Field.Kind),
            texts.Text(Field.FullOrPart), Employer(texts), Work(texts), Place(texts), Pay(texts), Times(texts), Conditions(texts), raw);
        return number is null ? null : record;
    }

    private static RecordedEmployer Employer(RecordTexts texts) => new(texts.Text(Field.Employer), texts.Text(Field.EmployerKana),
        texts.Of(Field.Corporation), texts.Text(Field.EmployerNumber), texts.Text(Field.EmployerAddress), texts.Text(Field.EmployerLink),
        texts.Text(Field.Industry), texts.Value(Field.Employees), texts.Text(Field.Business), texts.Text(Field.Features));

    private static RecordedWork Work(RecordTexts texts) => new(texts.Text(Field.Occupation), texts.Text(Field.OccupationCode), texts.Text(Field.Work),
        texts.Text(Field.EmploymentForm), texts.Text(Field.Term), texts.Value(Field.RegularPath), texts.Text(Field.Trial), texts.Text(Field.Experience),
        texts.Text(Field.Licences), texts.Text(Field.Education), texts.Value(Field.Headcount), texts.Text(Field.Reason));

    private static RecordedPlace Place(RecordTexts texts) => new(texts.Text(Field.WorkAddress), texts.Text(Field.WorkArea), texts.Text(Field.Station),
        texts.Value(Field.ByCar), texts.Value(Field.Transfer), texts.Text(Field.Smoking), texts.Value(Field.Home));

    private static RecordedPay Pay(RecordTexts texts)
    {
        var pay = Apart(texts, Field.PayLower, Field.PayUpper) ?? Apart(texts, Field.SumLower, Field.SumUpper) ?? texts.Of(Field.Pay);
        var basic = Apart(texts, Field.BaseLower, Field.BaseUpper) ?? texts.Of(Field.Base);
        var form = texts.Value(Field.Form) ?? PayForms.Find(texts.AsWritten(Field.Pay)) ?? PayForms.Find(texts.AsWritten(Field.Base));
        return new(form, pay ?? basic, basic, texts.Text(Field.FixedOvertime), texts.Text(Field.Commuting), texts.Text(Field.Bonus), texts.Text(Field.Raise));
    }

    /// <summary>Returns the range of two fields; null if neither says an amount.</summary>
    private static YenRange? Apart(RecordTexts texts, ImportField<int> lower, ImportField<int> upper) =>
        (texts.Value(lower), texts.Value(upper)) is var (from, to) ? texts.Try(upper, () => YenRange.Of(from, to)) : null;

    private static RecordedTimes Times(RecordTexts texts)
    {
        IReadOnlyList<WorkTimes> apart = [.. new[] { Field.Times1, Field.Times2, Field.Times3 }.SelectMany(f => texts.Of(f) ?? [])];
        var shifts = apart.Count > 0 ? apart : texts.Of(Field.Times) ?? [];
        return new(shifts, texts.Text(Field.TimesNote), texts.Value(Field.Break), texts.Value(Field.Overtime), texts.Value(Field.OvertimeHours),
            Joined(texts.Text(Field.Holidays), texts.Text(Field.HolidaysNote)), texts.Text(Field.TwoDayWeek), texts.Value(Field.YearlyHolidays));
    }

    private static RecordedConditions Conditions(RecordTexts texts) => new(texts.Of(Field.Insured), texts.Value(Field.ChildCare),
        texts.Value(Field.ChildLeave), texts.Value(Field.SickChildLeave), texts.Text(Field.Remarks));

    private static string Joined(params string[] texts) => string.Join('\n', texts.Where(t => t.Length > 0));
}
