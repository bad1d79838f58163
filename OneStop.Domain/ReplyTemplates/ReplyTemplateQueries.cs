using OneStop.Domain.Data;

namespace OneStop.Domain.ReplyTemplates;

/// <summary>Queries over templates.</summary>
public static class ReplyTemplateQueries
{
    /// <summary>The number of UTF-16 code units of a body in a list.</summary>
    private const int PreviewLength = 300;

    extension(IQueryable<ReplyTemplate> templates)
    {
        /// <summary>The shared templates and mine.</summary>
        public IQueryable<ReplyTemplate> OpenTo(Guid me) => templates.Where(t => t.Folder.OwnerId == TemplateFolder.Everybody || t.Folder.OwnerId == me);

        /// <summary>The templates on offer, or the retired ones.</summary>
        public IQueryable<ReplyTemplate> Retired(bool isRetired) =>
            isRetired ? templates.Where(t => t.Retirement != null) : templates.Where(t => t.Retirement == null);

        /// <summary>Selects the rows of a list: shared folders first, in their order.</summary>
        public IQueryable<TemplateRow> ToRows(OneStopDb db, Guid me) =>
            from t in templates
            join s in db.Users on t.ChangedBy equals s.Id
            orderby t.Folder.OwnerId != TemplateFolder.Everybody, t.Folder.Order, t.Reading == "", t.Reading, t.Title, t.Id
            select new TemplateRow
            {
                Id = t.Id,
                Title = t.Title,
                Reading = t.Reading,
                Preview = t.Body.Substring(0, PreviewLength),
                FolderId = t.FolderId,
                FolderName = t.Folder.Name,
                FolderOrder = t.Folder.Order,
                IsShared = t.Folder.OwnerId == TemplateFolder.Everybody,
                Uses = db.ReplyTemplateUses.Where(u => u.TemplateId == t.Id).Sum(u => u.Times),
                MyUses = db.ReplyTemplateUses.Where(u => u.TemplateId == t.Id && u.StaffId == me).Sum(u => u.Times),
                ChangedAt = t.ChangedAt,
                ChangedBy = s.Name,
            };
    }

    extension(IQueryable<TemplateFolder> folders)
    {
        /// <summary>The shared folders, then mine, in their order.</summary>
        public IQueryable<TemplateFolder> OpenTo(Guid me) => folders.Where(f => f.OwnerId == TemplateFolder.Everybody || f.OwnerId == me)
            .OrderBy(f => f.OwnerId != TemplateFolder.Everybody).ThenBy(f => f.Order).ThenBy(f => f.Id);
    }

    extension(IQueryable<ReplyTemplateRevision> revisions)
    {
        /// <summary>Selects a template's history, the newest wording first.</summary>
        public IQueryable<RevisionRow> HistoryOf(Guid templateId, OneStopDb db) =>
            from r in revisions
            where r.TemplateId == templateId
            join s in db.Users on r.StaffId equals s.Id
            orderby r.Edition descending
            select new RevisionRow(r.Edition, r.At, s.Name, r.Title, r.Body);
    }
}
