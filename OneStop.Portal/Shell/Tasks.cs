namespace OneStop.Portal.Shell;

/// <summary>Extensions of tasks.</summary>
internal static class Tasks
{
    extension(Task? task)
    {
        /// <summary>Returns the task, or a completed task if it is null.</summary>
        public Task OrDone() => task ?? Task.CompletedTask;
    }
}
