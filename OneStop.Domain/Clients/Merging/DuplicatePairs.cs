using OneStop.Domain.Clients.Duplicates;

namespace OneStop.Domain.Clients.Merging;

/// <summary>Finds pairs of clients who may be one person among all, without comparing each with each.</summary>
internal static class DuplicatePairs
{
    /// <summary>The most pairs that are shown at once.</summary>
    public const int MostShown = 100;

    /// <summary>The most clients with one name: beyond that it is a name that many have, such as a nickname, and says nothing.</summary>
    private const int MostAlike = 10;

    /// <summary>Returns the pairs, the strongest reason first. That only the date of birth is the same, or names are similar, is no reason to suggest.</summary>
    public static IReadOnlyList<(Guid First, Guid Second, DuplicateReason Reason)> In(IReadOnlyList<(Guid Id, PersonTraits Traits)> clients)
    {
        var alike = clients.SelectMany(c => KeysOf(c.Traits).Select(key => (Key: key, Client: c))).GroupBy(k => k.Key, k => k.Client)
            .Select(g => g.ToList()).Where(g => g.Count is > 1 and <= MostAlike);
        return [.. alike.SelectMany(PairsOf).Where(p => p.Reason <= DuplicateReason.SameName).DistinctBy(p => (p.First, p.Second)).OrderBy(p => p.Reason)];
    }

    private static IEnumerable<string> KeysOf(PersonTraits traits) =>
        traits.Phones.Select(p => $"phone {p}").Concat(traits.Names.Append(traits.Reading).Where(n => n.Length > 0).Distinct().Select(n => $"name {n}"));

    private static IEnumerable<(Guid First, Guid Second, DuplicateReason Reason)> PairsOf(List<(Guid Id, PersonTraits Traits)> alike) =>
        from one in alike
        from other in alike
        where one.Id.CompareTo(other.Id) < 0
        let reason = one.Traits.ReasonWith(other.Traits)
        where reason is not null
        select (one.Id, other.Id, reason.Value);
}
