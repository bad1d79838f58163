using OneStop.Domain;

namespace OneStop.Portal.Shared.Lists;

/// <summary>A list as what narrows it knows it.</summary>
internal interface INarrowedList<TFilter>
{
    /// <summary>The part that is shown.</summary>
    ListQuery<TFilter> Query { get; }

    /// <summary>The address of the list, narrowed otherwise and from its first page on.</summary>
    string HrefOf(TFilter filter);

    /// <summary>Narrows it otherwise.</summary>
    void Go(TFilter filter);
}
