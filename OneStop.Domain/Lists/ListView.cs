using System.Text.RegularExpressions;

namespace OneStop.Domain.Lists;

/// <summary>
/// 保存した表示: a list as one member of staff narrowed, sorted and arranged it, under a name. The inbox has views of its own
/// (<c>SavedView</c>): colleagues share them, and each says how many talks it holds, for which its filter is kept in columns.
/// </summary>
public sealed partial class ListView
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 30;

    /// <summary>The most characters of an address.</summary>
    public const int LongestAddress = 500;

    /// <summary>So many of one list one person may keep; more would be no help.</summary>
    public const int MostOfOne = 20;

    private ListView() { }

    /// <param name="list">The name that its page gives the list.</param>
    /// <param name="address">What is shown, as the list's address says it after the question mark. No word that somebody typed is in it.</param>
    /// <exception cref="RuleException">No name, or too long.</exception>
    public static ListView Keep(Guid staffId, string list, string name, string address, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        StaffId = staffId,
        List = list,
        Name = Checked(name),
        Address = Sayable().IsMatch(address) ? address : throw new ArgumentException("An address says names, numbers and dates only.", nameof(address)),
    };

    public Guid Id { get; private set; }

    /// <summary>Who keeps it, and alone sees it.</summary>
    public Guid StaffId { get; private set; }

    public string List { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";

    /// <summary>Gives it another name.</summary>
    /// <exception cref="RuleException">No name, or too long.</exception>
    public void Rename(string name) => Name = Checked(name);

    private static string Checked(string name) => name.Trim() switch
    {
        "" => throw new RuleException("表示の名前を入力してください。", nameof(Name)),
        { Length: > LongestName } => throw new RuleException($"表示の名前は{LongestName}文字までです。", nameof(Name)),
        var checkedName => checkedName,
    };

    [GeneratedRegex("^[A-Za-z0-9=&,-]*$")]
    private static partial Regex Sayable();
}

/// <summary>A view as its list offers it.</summary>
public sealed record ListViewRow(Guid Id, string Name, string Address);
