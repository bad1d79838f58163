using Microsoft.EntityFrameworkCore;
using OneStop.Domain.Data;

namespace OneStop.Domain.Employers.Merging;

/// <summary>Why two entries may be the same employer, the strongest reason first.</summary>
public enum LikenessReason
{
    /// <summary>同じ法人番号</summary>
    SameNumber,

    /// <summary>名前と市区町村が同じ</summary>
    SameNameAndPlace,

    /// <summary>同じ電話番号</summary>
    SamePhone,

    /// <summary>同じ住所</summary>
    SameAddress,

    /// <summary>名前が同じ</summary>
    SameName,
}

/// <summary>The reasons in words.</summary>
public static class LikenessReasons
{
    extension(LikenessReason reason)
    {
        /// <summary>The reason on screen.</summary>
        public string InJapanese => reason switch
        {
            LikenessReason.SameNumber => "同じ法人番号",
            LikenessReason.SameNameAndPlace => "名前と市区町村が同じ",
            LikenessReason.SamePhone => "同じ電話番号",
            LikenessReason.SameAddress => "同じ住所",
            LikenessReason.SameName => "名前が同じ",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}

/// <summary>What two entries of an employer are compared by.</summary>
/// <param name="Core">The name without its legal form, folded.</param>
/// <param name="Reading">The reading or the name, folded.</param>
/// <param name="PhoneDigits">Empty if there is none.</param>
/// <param name="FoldedAddress">Empty if there is none.</param>
internal sealed record EmployerTraits(Guid Id, string? CorporateNumber, string Core, string Reading, string? MunicipalityCode, string PhoneDigits,
    string FoldedAddress)
{
    /// <summary>Returns the traits of an entry.</summary>
    public static EmployerTraits Of(Employer employer) => new(employer.Id, employer.CorporateNumber, employer.Core, employer.Reading,
        employer.MunicipalityCode, employer.PhoneDigits, employer.FoldedAddress);

    /// <summary>
    /// Returns the reason why the two may be one employer; null if nothing speaks for it. Two different 法人番号 are two corporations, whatever else they
    /// share: a head office often has several in one building.
    /// </summary>
    public LikenessReason? ReasonWith(EmployerTraits other)
    {
        if (CorporateNumber is not null && other.CorporateNumber is not null)
            return CorporateNumber == other.CorporateNumber ? LikenessReason.SameNumber : null;
        var isSameName = Core == other.Core || Reading == other.Reading;
        return isSameName && MunicipalityCode is not null && MunicipalityCode == other.MunicipalityCode ? LikenessReason.SameNameAndPlace
            : PhoneDigits.Length > 0 && PhoneDigits == other.PhoneDigits ? LikenessReason.SamePhone
            : FoldedAddress.Length > 0 && FoldedAddress == other.FoldedAddress ? LikenessReason.SameAddress
            : isSameName ? LikenessReason.SameName
            : null;
    }
}

/// <summary>Finds entries that may be the same employer.</summary>
internal static class EmployerLikeness
{
    /// <summary>The most hits that are shown: more would not be read.</summary>
    public const int MostHits = 20;

    /// <summary>The most entries that share a name or a number before it says nothing: a switchboard, a business park.</summary>
    private const int MostAlike = 10;

    extension(OneStopDb db)
    {
        /// <summary>Returns the entries that may be the same as one, the strongest reason first.</summary>
        public async Task<IReadOnlyList<(Guid Id, LikenessReason Reason)>> Alike(EmployerTraits one)
        {
            var (id, number, core, reading, phone, address) = (one.Id, one.CorporateNumber, one.Core, one.Reading, one.PhoneDigits, one.FoldedAddress);
            var candidates = await db.Employers.AsNoTracking().Standing().Where(e => e.Id != id && (e.Core == core || e.Reading == reading
                || (number != null && e.CorporateNumber == number) || (phone != "" && e.PhoneDigits == phone)
                || (address != "" && e.FoldedAddress == address))).Take(10 * MostHits).ToListAsync();
            return [.. candidates.Select(e => (e.Id, Reason: EmployerTraits.Of(e).ReasonWith(one))).Where(c => c.Reason is not null)
                .Select(c => (c.Id, Reason: c.Reason!.Value)).OrderBy(c => c.Reason).Take(MostHits)];
        }

        /// <summary>Returns the pairs among all entries that may be one, the strongest reason first, without comparing each with each.</summary>
        public async Task<IReadOnlyList<(Guid First, Guid Second, LikenessReason Reason)>> AlikePairs()
        {
            var all = await db.Employers.AsNoTracking().Standing().Select(e => new EmployerTraits(e.Id, e.CorporateNumber, e.Core, e.Reading,
                e.MunicipalityCode, e.PhoneDigits, e.FoldedAddress)).ToListAsync();
            var apart = (await db.DistinctEmployers.AsNoTracking().Select(d => new { d.FirstId, d.SecondId }).ToListAsync())
                .Select(d => (d.FirstId, d.SecondId)).ToHashSet();
            var groups = all.SelectMany(e => KeysOf(e).Select(key => (key, e))).GroupBy(k => k.key, k => k.e).Select(g => g.ToList())
                .Where(g => g.Count is > 1 and <= MostAlike);
            return [.. groups.SelectMany(PairsOf).DistinctBy(p => (p.First, p.Second)).Where(p => !apart.Contains((p.First, p.Second))).OrderBy(p => p.Reason)];
        }
    }

    private static IEnumerable<string> KeysOf(EmployerTraits one)
    {
        yield return $"core {one.Core}";
        yield return $"reading {one.Reading}";
        if (one.PhoneDigits.Length > 0)
            yield return $"phone {one.PhoneDigits}";
        if (one.FoldedAddress.Length > 0)
            yield return $"address {one.FoldedAddress}";
    }

    private static IEnumerable<(Guid First, Guid Second, LikenessReason Reason)> PairsOf(List<EmployerTraits> alike) =>
        from one in alike
        from other in alike
        where one.Id.CompareTo(other.Id) < 0
        let reason = one.ReasonWith(other)
        where reason is not null
        select (one.Id, other.Id, reason.Value);
}
