using OneStop.Domain;

namespace OneStop.Portal.Shared.Lists;

/// <summary>A list as seen by its filter controls.</summary>
internal interface INarrowedList<TFilter>
{
    /// <summary>The query of the rows shown.</summary>
    ListQuery<TFilter> Query { get; }

    /// <summary>Returns the address of the list with another filter, from the first page.</summary>
    string HrefOf(TFilter filter);

    /// <summary>Applies another filter.</summary>
    void Go(TFilter filter);
}
