using System.Security.Cryptography;
using System.Text;
using OneStop.Domain;

namespace OneStop.Portal.Data;

/// <summary>
/// The folder (<c>DataFolder</c>, default <c>App_Data</c>) that holds the SQLite file, clients' files and, in Development, keys made on the spot.
/// </summary>
internal sealed class DataFolder(string path)
{
    /// <summary>The path; the folder is created if it does not exist.</summary>
    public string Path
    {
        get
        {
            PrivateFile.CreateFolder(path);
            return path;
        }
    }

    /// <summary>Returns the path of a file or folder in it.</summary>
    public string Below(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Returns a secret of this installation, made at the first start. In Production a setting is used instead.</summary>
    public string OwnSecret(string name)
    {
        var file = Below(name);
        if (!File.Exists(file))
            Make(file);
        return File.ReadAllText(file).Trim();
    }

    /// <summary>Creates the file atomically, and by one of several processes that start at once: a partial secret would stay for ever.</summary>
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
