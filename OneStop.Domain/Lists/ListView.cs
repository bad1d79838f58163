using System.Text.RegularExpressions;

namespace OneStop.Domain.Lists;

/// <summary>
/// 保存した表示: a list with its filter, order and columns, saved by a member of staff under a name. The inbox has its own views (<c>SavedView</c>):
/// they can be shared, and they show counts, for which their filter is stored in columns.
/// </summary>
public sealed partial class ListView
{
    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 30;

    /// <summary>The most characters of the address.</summary>
    public const int LongestAddress = 500;

    /// <summary>The most views of one list and person.</summary>
    public const int MostOfOne = 20;

    private ListView() { }

    /// <param name="list">The list's name, given by its page.</param>
    /// <param name="address">The query part of the list's address. It contains no text typed by a person.</param>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public static ListView Keep(Guid staffId, string list, string name, string address, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        StaffId = staffId,
        List = list,
        Name = Checked(name),
        Address = Sayable().IsMatch(address) ? address : throw new ArgumentException("An address says names, numbers and dates only.", nameof(address)),
    };

    public Guid Id { get; private set; }

    /// <summary>The member of staff who saved it; only they see it.</summary>
    public Guid StaffId { get; private set; }

    public string List { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";

    /// <summary>Renames the view.</summary>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
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
