using OneStop.Domain.Clients.Facts;
using OneStop.Domain.Consultations;
using OneStop.Domain.SupportPrograms.Assessment;

namespace OneStop.Domain.SupportPrograms.Contents;

/// <summary>What differs at a place between two versions.</summary>
public enum PartChange
{
    Added,
    Removed,
    Changed,

    /// <summary>Only its place among the others changed.</summary>
    Moved,
}

/// <summary>A field that differs, word by word.</summary>
public sealed record FieldDifference(string Label, IReadOnlyList<ComparedWords> Words);

/// <summary>A pair, goal, item or section that differs.</summary>
/// <param name="Title">What it is: 「長期の目標」, the name of the support.</param>
public sealed record PartDifference(ProgramPlace Place, string Title, PartChange Change, IReadOnlyList<FieldDifference> Fields);

/// <summary>Compares any two versions in words.</summary>
public static class ProgramDifference
{
    /// <summary>Returns what differs, in the order of the editor; empty if nothing does.</summary>
    public static IReadOnlyList<PartDifference> Of(ProgramContent before, ProgramContent after) =>
    [
        .. Carried(before.Carried, after.Carried),
        .. Section(new(ProgramSection.Circumstances), "聞き取りの言葉", before.Notes, after.Notes),
        .. Parts(ProgramSection.Pairs, before.Pairs, after.Pairs, p => p.Id, p => p.Kind.InJapanese),
        .. Section(new(ProgramSection.Budget), "家計", before.Budget, after.Budget),
        .. Parts(ProgramSection.Goals, before.Goals, after.Goals, g => g.Id, g => $"{g.Term.InJapanese}の目標"),
        .. Parts(ProgramSection.Items, before.Items, after.Items, i => i.Id, i => i.What.Length > 0 ? i.What : i.Kind.InJapanese, i => i.Links),
    ];

    /// <summary>Whether only dates of the support, or its order, differ: such a change goes the short way.</summary>
    public static bool IsOnlyDates(ProgramContent before, ProgramContent after) =>
        before with { Items = WithoutDates(before.Items) } == after with { Items = WithoutDates(after.Items) };

    private static ValueList<SupportItem> WithoutDates(ValueList<SupportItem> items) => [.. items.Select(i => i.WithoutDates()).OrderBy(i => i.Id)];

    private static IEnumerable<PartDifference> Carried(CarriedFacts before, CarriedFacts after)
    {
        foreach (var purpose in CarriedFacts.Shown)
        {
            var (old, now) = (RowsOf(before), RowsOf(after));
            var fields = Fields(old, now);
            if (fields.Count > 0)
                yield return new(new(ProgramSection.Circumstances), purpose.InJapanese, PartChange.Changed, fields);

            IReadOnlyList<ProgramLine> RowsOf(CarriedFacts facts) =>
                [.. facts.Groups.Where(g => g.Purpose == purpose).SelectMany(g => g.Rows).Select(r => new ProgramLine(r.Label, r.Words))];
        }
    }

    private static IEnumerable<PartDifference> Section(ProgramPlace place, string title, object before, object after)
    {
        var fields = Fields(ProgramWords.Lines(before), ProgramWords.Lines(after));
        if (fields.Count > 0)
            yield return new(place, title, PartChange.Changed, fields);
    }

    private static IEnumerable<PartDifference> Parts<T>(ProgramSection section, ValueList<T> before, ValueList<T> after, Func<T, Guid> id,
        Func<T, string> title, Func<T, string>? links = null)
        where T : class
    {
        var old = before.ToDictionary(id);
        var stays = before.Select(id).Where(after.Select(id).ToHashSet().Contains).ToList();
        var order = after.Select(id).Where(old.ContainsKey).ToList();
        foreach (var part in after)
        {
            var place = new ProgramPlace(section, id(part));
            if (!old.TryGetValue(id(part), out var was))
                yield return new(place, title(part), PartChange.Added, Fields([], ProgramWords.Lines(part)));
            else if (Changed(was, part) is { Count: > 0 } fields)
                yield return new(place, title(part), PartChange.Changed, fields);
            else if (stays.IndexOf(id(part)) != order.IndexOf(id(part)))
                yield return new(place, title(part), PartChange.Moved, []);
        }
        foreach (var part in before.Where(b => !order.Contains(id(b))))
            yield return new(new(section, id(part)), title(part), PartChange.Removed, Fields(ProgramWords.Lines(part), []));

        IReadOnlyList<FieldDifference> Changed(T was, T now) => links is null || links(was) == links(now)
            ? Fields(ProgramWords.Lines(was), ProgramWords.Lines(now))
            : [.. Fields(ProgramWords.Lines(was), ProgramWords.Lines(now)), new("選んだ制度・機関・担当・目標", [new(WordChange.Added, "選び直した")])];
    }

    private static IReadOnlyList<FieldDifference> Fields(IReadOnlyList<ProgramLine> before, IReadOnlyList<ProgramLine> after) =>
        [.. after.Select(l => l.Label).Union(before.Select(l => l.Label)).Select(label => (Label: label, Old: Words(before, label), Now: Words(after, label)))
            .Where(f => f.Old != f.Now).Select(f => new FieldDifference(f.Label, WordDifference.Of(f.Old, f.Now)))];

    private static string Words(IReadOnlyList<ProgramLine> lines, string label) => lines.FirstOrDefault(l => l.Label == label)?.Words ?? "";
}
