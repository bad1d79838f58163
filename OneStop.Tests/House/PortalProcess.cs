namespace OneStop.Tests.House;

/// <summary>The portal as a process of its own, with a data folder of its own.</summary>
internal sealed class PortalProcess : OwnProcess
{
    /// <param name="settings">Settings, as environment variables.</param>
    public PortalProcess(Dictionary<string, string> settings) : base(typeof(Program).Assembly, "/health/live")
    {
        Settings["DataFolder"] = Folder;
        foreach (var (name, value) in settings)
            Settings[name] = value;
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("onestop-process-").FullName;

    /// <summary>Changes a setting for the next start.</summary>
    public void Set(string name, string value) => Settings[name] = value;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
