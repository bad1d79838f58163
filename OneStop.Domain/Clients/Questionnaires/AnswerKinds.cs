using System.Globalization;
using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Clients.Forms;

namespace OneStop.Domain.Clients.Questionnaires;

/// <summary>One of several choices.</summary>
/// <param name="say">The word of staff for a value.</param>
internal sealed class OneAnswer<T>(Func<T, string> say, params (T Value, RubyText Words)[] choices) : AnswerKind<T>
{
    public override AnswerShape Shape { get; } = new ChoicesShape([.. choices.Select(c => new OfferedAnswer($"{c.Value}", c.Words))], IsMany: false);

    public override T Read(ClientAnswers typed) =>
        choices.Where(c => $"{c.Value}" == typed[Field]).Select(c => (Chosen: true, c.Value)).FirstOrDefault() is { Chosen: true, Value: var value } ? value
            : throw Nothing;

    public override string Say(T value) => say(value);
}

/// <summary>Any number of choices; that it is none of them is a choice too, because an empty form is no answer.</summary>
internal sealed class ManyAnswer<T>(Func<ValueList<T>, string> say, RubyText none, params (T Value, RubyText Words)[] choices) : AnswerKind<ValueList<T>>
{
    private const string None = "none";

    public override AnswerShape Shape { get; } =
        new ChoicesShape([.. choices.Select(c => new OfferedAnswer($"{c.Value}", c.Words)), new(None, none)], IsMany: true);

    public override ValueList<T> Read(ClientAnswers typed)
    {
        var codes = typed[Field].Split(',');
        ValueList<T> chosen = [.. choices.Where(c => codes.Contains($"{c.Value}")).Select(c => c.Value)];
        return chosen.Count > 0 || codes.Contains(None) ? chosen : throw Nothing;
    }

    public override string Say(ValueList<T> value) => say(value);
}

/// <summary>A text in the client's own words.</summary>
internal sealed class TextAnswer(bool isLong) : AnswerKind<string>
{
    private readonly int longest = isLong ? FactTexts.Longest : FactTexts.LongestShort;

    public override AnswerShape Shape => new TextShape(longest, isLong);

    public override string Read(ClientAnswers typed) => TypedText.Clean(typed[Field], isLong) switch
    {
        "" => throw Nothing,
        { Length: var length } when length > longest => throw new RuleException($"{{文字|もじ}}が{{多|おお}}すぎます。{longest:N0}{{文字|もじ}}までで{{書|か}}いてください。"),
        var text => text,
    };

    public override string Say(string value) => value;
}

/// <summary>A whole number with its unit, or the answer that there is none. Kanji numerals and 万 are not read: the field says how to write it.</summary>
internal sealed class NumberAnswer(RubyText unit) : AnswerKind<int?>
{
    private const int MostDigits = 9;

    /// <summary>The box that says that there is none.</summary>
    public RubyText? None { get; init; }

    public override AnswerShape Shape => new RowsShape([new(Field, unit, MostDigits + 3, IsNumber: true)], 1, None);

    public override int? Read(ClientAnswers typed) => Numbers.Read(typed[$"{Field}0"]) is { } number ? number
        : None is not null && typed[RowsShape.NoneField].Length > 0 ? null : throw Nothing;

    public override string Say(int? value) => value is { } number ? $"{number:N0}{unit.Plain}" : "";
}

/// <summary>A date, as year, month and day: scrolling back decades in a calendar is hard.</summary>
internal sealed class DayAnswer : AnswerKind<DateOnly?>
{
    public override AnswerShape Shape { get; } = new RowsShape([new("year", "{年|ねん}（{西暦|せいれき}）", 4, true), new("month", "{月|がつ}", 2, true), new("day", "{日|にち}", 2, true)], 1);

    public override DateOnly? Read(ClientAnswers typed)
    {
        var (year, month, day) = (Numbers.Read(typed["year0"]), Numbers.Read(typed["month0"]), Numbers.Read(typed["day0"]));
        if ((year, month, day) is (null, null, null))
            throw Nothing;
        return DateOnly.TryParseExact($"{year:D4}-{month:D2}-{day:D2}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on
            : throw new RuleException("{年|ねん}と{月|がつ}と{日|にち}を、たしかめてください。{年|ねん}は、1990のような4けたの{数字|すうじ}です。");
    }

    public override string Say(DateOnly? value) => value is { } day ? $"{day:yyyy年M月d日}" : "";
}

/// <summary>Several rows, such as children. Empty rows are left out.</summary>
/// <param name="read">Returns a row from its texts, in the order of the fields.</param>
internal sealed class RowsAnswer<T>(int rows, Func<string[], T> read, Func<T, string> say, params RowField[] fields) : AnswerKind<ValueList<T>>
{
    /// <summary>The box that says that there is none.</summary>
    public RubyText? None { get; init; }

    public override AnswerShape Shape => new RowsShape(fields, rows, None);

    public override ValueList<T> Read(ClientAnswers typed)
    {
        var texts = Enumerable.Range(0, rows).Select(i => fields.Select(f => Text(f, typed[$"{f.Name}{i}"])).ToArray());
        ValueList<T> filled = [.. texts.Where(t => t.Any(x => x.Length > 0)).Select(read)];
        return filled.Count > 0 || (None is not null && typed[RowsShape.NoneField].Length > 0) ? filled : throw Nothing;
    }

    public override string Say(ValueList<T> value) => string.Join('\n', value.Select(say));

    private static string Text(RowField field, string typed) => TypedText.Clean(typed, isLong: false) is var text && text.Length <= field.Longest ? text
        : throw new RuleException($"{{文字|もじ}}が{{多|おお}}すぎます。{field.Longest:N0}{{文字|もじ}}までで{{書|か}}いてください。");
}

/// <summary>Cleans texts as clients type them.</summary>
internal static class TypedText
{
    /// <summary>
    /// Returns the text without control characters, of direction too, and without blanks around it. A line break, which a browser sends as two
    /// characters and counts as one, is one; a short text has none.
    /// </summary>
    public static string Clean(string typed, bool isLong) =>
        string.Concat(Bidi.Without(typed).ReplaceLineEndings("\n").Select(c => char.IsControl(c) && (c != '\n' || !isLong) ? ' ' : c)).Trim();
}

/// <summary>Reads numbers as clients type them.</summary>
internal static class Numbers
{
    /// <summary>Returns the number; null if nothing was typed. Wide digits, commas and units behind it are accepted.</summary>
    /// <exception cref="RuleException">It is no whole number.</exception>
    public static int? Read(string typed)
    {
        var text = typed.Plain.Replace(",", "", StringComparison.Ordinal).Replace("、", "", StringComparison.Ordinal).Trim().TrimEnd('円', '年', '月', '日', '時', '間');
        return text.Length == 0 ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new RuleException("{数字|すうじ}だけで{書|か}いてください。「{万|まん}」や「{円|えん}」は{書|か}きません。");
    }
}
