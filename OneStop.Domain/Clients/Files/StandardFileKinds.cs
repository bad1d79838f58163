using System.Globalization;

namespace OneStop.Domain.Clients.Files;

/// <summary>The kinds with which the service starts. They are rows like all others: the manager renames, adds and retires them.</summary>
public static class StandardFileKinds
{
    private static readonly (string Name, bool IsForSupport, bool IsConsent)[] Kinds =
    [
        ("履歴書", false, false),
        ("職務経歴書", false, false),
        ("資格・免許の証明", false, false),
        ("求人票", false, false),
        ("同意書", false, true),
        ("同意書（関係機関への情報提供）", true, true), // the partner's name may tell of debts or illness
        ("本人確認の書類", true, false), // a residence record names the family
        ("給付金の書類", true, false),
        ("家計・手当の書類", true, false),
        ("健康の書類", true, false),
        ("その他", false, false),
        ("自立支援プログラムの書類", true, false), // goals and debts
    ];

    /// <summary>Returns the id of a standard kind by its first name.</summary>
    public static Guid IdOf(string name) => IdAt(Array.FindIndex(Kinds, k => k.Name == name));

    /// <summary>Returns a standard kind as it is in a new database, for demo data.</summary>
    public static ClientFileKind Make(string name)
    {
        var index = Array.FindIndex(Kinds, k => k.Name == name);
        return ClientFileKind.Standard(IdAt(index), Kinds[index]);
    }

    /// <summary>The rows, in their order.</summary>
    internal static IEnumerable<object> Rows => Kinds.Select((kind, i) =>
        new { Id = IdAt(i), kind.Name, kind.IsForSupport, kind.IsConsent, Place = i + 1, Version = 0 });

    /// <summary>Fixed ids: a migration that is made anew inserts the same rows.</summary>
    private static Guid IdAt(int index) => Guid.ParseExact($"0199c0de-0000-7000-8003-{index.ToString("D12", CultureInfo.InvariantCulture)}", "D");
}
