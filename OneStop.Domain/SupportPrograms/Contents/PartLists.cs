using OneStop.Domain.SupportPrograms.Assessment;

namespace OneStop.Domain.SupportPrograms.Contents;

/// <summary>A part with the place at which it stands; null for the end.</summary>
public sealed record PlacedPart<T>(T Part, int? Place = null);

/// <summary>Parts of a program that are added or were removed together.</summary>
public sealed record ProgramParts(IReadOnlyList<PlacedPart<BarrierPair>> Pairs, IReadOnlyList<PlacedPart<Goal>> Goals,
    IReadOnlyList<PlacedPart<SupportItem>> Items)
{
    /// <summary>Nothing.</summary>
    public static ProgramParts None { get; } = new([], [], []);

    /// <summary>The ids of all parts.</summary>
    public IReadOnlyList<Guid> Ids => [.. Pairs.Select(p => p.Part.Id), .. Goals.Select(g => g.Part.Id), .. Items.Select(i => i.Part.Id)];
}

/// <summary>Changes one part of a list.</summary>
internal static class PartLists
{
    /// <summary>What a colleague has removed meanwhile.</summary>
    public static RuleException Gone => new("ほかの人が先に消しました。画面の内容を確かめてください。");

    extension<T>(ValueList<T> parts) where T : class
    {
        /// <summary>Returns the part as it is now.</summary>
        /// <exception cref="RuleException">It is there no more.</exception>
        public T Present(Guid id, Func<T, Guid> idOf) => parts.FirstOrDefault(p => idOf(p) == id) ?? throw Gone;

        /// <summary>Returns the list with another value of a part.</summary>
        public ValueList<T> With(T part, Func<T, Guid> idOf) => [.. parts.Select(p => idOf(p) == idOf(part) ? part : p)];

        /// <summary>Returns the list with more parts, at their places or at the end.</summary>
        public ValueList<T> Plus(IEnumerable<PlacedPart<T>> more, Func<T, Guid> idOf)
        {
            var all = parts.ToList();
            foreach (var one in more.Where(m => !parts.Any(p => idOf(p) == idOf(m.Part))))
                all.Insert(Math.Clamp(one.Place ?? all.Count, 0, all.Count), one.Part);
            return [.. all];
        }

        /// <summary>Returns some parts with their places, from the first to the last, so that they can be put back in this order.</summary>
        public IReadOnlyList<PlacedPart<T>> Placed(IReadOnlyCollection<Guid> ids, Func<T, Guid> idOf) =>
            [.. parts.Index().Where(p => ids.Contains(idOf(p.Item))).Select(p => new PlacedPart<T>(p.Item, p.Index))];

        /// <summary>Returns the place of a part; null if it is not in the list.</summary>
        public int? PlaceOf(Guid id, Func<T, Guid> idOf) => parts.Index().Where(p => idOf(p.Item) == id).Select(p => (int?)p.Index).FirstOrDefault();

        /// <summary>Returns the list with a part at another place.</summary>
        public ValueList<T> Moved(int from, int to)
        {
            var all = parts.ToList();
            var part = all[from];
            all.RemoveAt(from);
            all.Insert(Math.Clamp(to, 0, all.Count), part);
            return [.. all];
        }
    }
}
