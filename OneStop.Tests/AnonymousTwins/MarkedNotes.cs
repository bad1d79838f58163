using System.Globalization;
using System.Text.RegularExpressions;
using OneStop.Domain.AnonymousTwins.Finding;
using OneStop.Tests.House;

namespace OneStop.Tests.AnonymousTwins;

/// <summary>A place that must be found in a note.</summary>
internal sealed record Mark(string Letter, int Start, string Text)
{
    /// <summary>Whether the finds cover every character of it.</summary>
    public bool IsCoveredBy(IReadOnlyList<FoundIdentifier> finds) =>
        Enumerable.Range(Start, Text.Length).All(at => finds.Any(f => f.Start <= at && at < f.End));
}

/// <summary>A note with the places that must be found in it, and what is known of its person.</summary>
internal sealed partial record MarkedNote(string Text, IReadOnlyList<Mark> Marks, KnownFacts Facts)
{
    /// <summary>The day on which all notes were written.</summary>
    public static readonly DateOnly Day = new(2026, 10, 5);

    /// <summary>Reads the notes of a file in this folder.</summary>
    public static IReadOnlyList<MarkedNote> In(string file)
    {
        var known = Lines("Notes.txt").Select(l => Known().Match(l)).Where(m => m.Success)
            .SelectMany(m => m.Groups["facts"].Value.Split("; ").Select(f => (Person: m.Groups["person"].Value, Word: Word(f)))).ToList();
        return [.. from line in Lines(file)
                   let note = Note().Match(line)
                   where note.Success
                   let words = known.Where(k => k.Person == note.Groups["person"].Value || k.Word.Kind is IdentifierKind.Staff or IdentifierKind.Office)
                   select Read(note.Groups["note"].Value, new([.. words.Select(k => k.Word)], Day.AddMonths(-2)))];
    }

    private static MarkedNote Read(string marked, KnownFacts facts)
    {
        var (text, marks, at) = ("", new List<Mark>(), 0);
        foreach (Match mark in Marked().Matches(marked))
        {
            text += marked[at..mark.Index];
            marks.Add(new(mark.Groups["letter"].Value, text.Length, mark.Groups["text"].Value));
            text += mark.Groups["text"].Value;
            at = mark.Index + mark.Length;
        }
        return new(text + marked[at..], marks, facts);
    }

    private static KnownWord Word(string fact)
    {
        var (kind, text) = fact.Split(' ', 2) is [var k, var t] ? (k, t) : throw new FormatException(fact);
        return kind switch
        {
            "name" or "kana" or "called" => new(IdentifierKind.Name, text, "本人"),
            "child" => new(IdentifierKind.Name, text, "子ども"),
            "phone" => new(IdentifierKind.Phone, text),
            "town" => new(IdentifierKind.Place, text),
            "employer" => new(IdentifierKind.Employer, text),
            "staff" => new(IdentifierKind.Staff, text),
            "partner" => new(IdentifierKind.Office, text),
            _ => throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{fact}: {kind}")),
        };
    }

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository.Root, "OneStop.Tests", "AnonymousTwins", file));

    [GeneratedRegex(@"^= (?<person>[0-9]) (?<facts>.+)$")]
    private static partial Regex Known();

    [GeneratedRegex(@"^(?<person>[0-9])\|(?<note>.+)$")]
    private static partial Regex Note();

    [GeneratedRegex("<(?<letter>[A-Z]) (?<text>[^>]+)>")]
    private static partial Regex Marked();
}
