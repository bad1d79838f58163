using System.Security.Cryptography;
using System.Text;
using OneStop.Domain;

namespace OneStop.Portal.Data;

/// <summary>
/// The folder (<c>DataFolder</c>, default <c>App_Data</c>) that holds the SQLite file, clients' files and, in Development, keys made on the spot.
/// </summary>
internal sealed class DataFolder(string path)
{
    /// <summary>Where it is; made if it is not there.</summary>
    public string Path
    {
        get
        {
            PrivateFile.CreateFolder(path);
            return path;
        }
    }

    /// <summary>A place in it.</summary>
    public string Below(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A secret of this machine's own, made at the first start. Production sets its own instead.</summary>
    public string OwnSecret(string name)
    {
        var file = Below(name);
        if (!File.Exists(file))
            Make(file);
        return File.ReadAllText(file).Trim();
    }

    /// <summary>Whole or not at all, and by one of several that start at once: half a secret would stay for ever.</summary>
    private static void Make(string file)
    {
        var draft = $"{file}.{Environment.ProcessId}";
        using (var bytes = PrivateFile.Create(draft))
            bytes.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
