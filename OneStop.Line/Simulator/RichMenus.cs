using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneStop.Line.Api;

namespace OneStop.Line.Simulator;

/// <summary>A rich menu of the simulated platform.</summary>
/// <param name="Body">As it was sent to make it.</param>
/// <param name="Picture">Null until it is uploaded; it cannot be replaced.</param>
public sealed record SimulatedMenu(string Id, JsonObject Body, byte[]? Picture = null);

/// <summary>The rich menus of the simulated platform, in memory, and the one that everybody sees.</summary>
public sealed class RichMenus
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, SimulatedMenu> menus = [];
    private string? shown;

    /// <summary>
    /// Raised when everybody sees another one, or none: LINE shows it when the talk is opened again, at the latest after a minute; here at once.
    /// </summary>
    public event Action? Changed;

    /// <summary>LINE's console has set a menu: the API is told nothing of it.</summary>
    public bool IsSetInConsole { get; set; }

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<SimulatedMenu> All
    {
        get
        {
            lock (gate)
                return [.. menus.Values];
        }
    }

    /// <summary>The one that everybody sees.</summary>
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

    /// <summary>Makes a menu without a picture.</summary>
    /// <returns>Its id.</returns>
    public string Make(JsonObject menu)
    {
        var id = "richmenu-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Keep(new(id, menu));
        return id;
    }

    /// <summary>The menu that everybody saw before the simulator stopped.</summary>
    public void Restore(string id, RichMenuRequest menu, byte[] picture)
    {
        Keep(new(id, (JsonObject)JsonSerializer.SerializeToNode(menu, LineJson.Options)!, picture));
        Show(id);
    }

    /// <summary>Puts a menu, or a menu with its picture, in its place.</summary>
    public void Keep(SimulatedMenu menu)
    {
        lock (gate)
            menus[menu.Id] = menu;
    }

    /// <summary>Everybody sees it from now on; null: nobody sees any.</summary>
    public void Show(string? id)
    {
        lock (gate)
            shown = id;
        Changed?.Invoke();
    }

    /// <returns>False if there is none of this id.</returns>
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
