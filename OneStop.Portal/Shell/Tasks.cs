namespace OneStop.Portal.Shell;

/// <summary>Small words for tasks.</summary>
internal static class Tasks
{
    extension(Task? task)
    {
        /// <summary>The task, or one that is done where there is none.</summary>
        public Task OrDone() => task ?? Task.CompletedTask;
    }
}
