using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneStop.Line.Api;

namespace OneStop.Line.Simulator;

/// <summary>A rich menu of the simulator.</summary>
/// <param name="Body">The body of the call that created it.</param>
/// <param name="Picture">Null until it is uploaded; it cannot be replaced.</param>
public sealed record SimulatedMenu(string Id, JsonObject Body, byte[]? Picture = null);

/// <summary>The rich menus of the simulator, in memory, and the default menu.</summary>
public sealed class RichMenus
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SimulatedMenu> menus = [];
    private string? shown;

    /// <summary>
    /// Raised when the default menu has changed. LINE shows a change when the conversation is opened again, within a minute; the simulator at once.
    /// </summary>
    public event Action? Changed;

    /// <summary>Whether a menu was set in LINE's console, which the API does not show.</summary>
    public bool IsSetInConsole { get; set; }

    /// <summary>All menus, the oldest first.</summary>
    public IReadOnlyList<SimulatedMenu> All
    {
        get
        {
            lock (gate)
                return [.. menus.Values];
        }
    }

    /// <summary>The default menu; null if there is none.</summary>
    public SimulatedMenu? Default
    {
        get
        {
            lock (gate)
                return shown is null ? null : menus.GetValueOrDefault(shown);
        }
    }

    public SimulatedMenu? Find(string id)
    {
        lock (gate)
            return menus.GetValueOrDefault(id);
    }

    /// <summary>Creates a menu without a picture.</summary>
    /// <returns>The menu's id.</returns>
    public string Make(JsonObject menu)
    {
        var id = "richmenu-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Keep(new(id, menu));
        return id;
    }

    /// <summary>Restores the default menu after a restart of the simulator.</summary>
    public void Restore(string id, RichMenuRequest menu, byte[] picture)
    {
        Keep(new(id, (JsonObject)JsonSerializer.SerializeToNode(menu, LineJson.Options)!, picture));
        Show(id);
    }

    /// <summary>Adds or replaces a menu.</summary>
    public void Keep(SimulatedMenu menu)
    {
        lock (gate)
            menus[menu.Id] = menu;
    }

    /// <summary>Sets the default menu; null for none.</summary>
    public void Show(string? id)
    {
        lock (gate)
            shown = id;
        Changed?.Invoke();
    }

    /// <returns>False if there is no menu with this id.</returns>
    public bool Remove(string id)
    {
        lock (gate)
        {
            if (!menus.Remove(id))
                return false;
            if (shown != id)
                return true;
            shown = null;
        }
        Changed?.Invoke();
        return true;
    }
}
