namespace Remiss.Compilation.Checking;

/// <summary>What the checker finds: docs/checker.md tells what each means.</summary>
public static class FindingCodes
{
    public const string NameUnknown = "name_unknown";
    public const string NameSpelling = "name_spelling";
    public const string NameVariant = "name_variant";
    public const string NameNotRecipient = "name_not_recipient";
    public const string RecipientMissing = "recipient_missing";
    public const string RecipientTwice = "recipient_twice";
    public const string RecipientsNotNamed = "recipients_not_named";
    public const string BilagaNumber = "bilaga_number";
    public const string BilagaOrder = "bilaga_order";
    public const string BilagaMismatch = "bilaga_mismatch";
    public const string BilagaMissing = "bilaga_missing";
    public const string BilagaUnused = "bilaga_unused";
    public const string BilagaRenumbered = "bilaga_renumbered";
    public const string QuoteNotInAnswer = "quote_not_in_answer";
    public const string QuoteChanged = "quote_changed";
    public const string TextNotInAnswer = "text_not_in_answer";
    public const string DnrMissing = "dnr_missing";
    public const string DnrDiffers = "dnr_differs";
    public const string DnrUnknown = "dnr_unknown";
    public const string DateImpossible = "date_impossible";
    public const string DateWeekday = "date_weekday";
    public const string DateOrder = "date_order";
    public const string DeadlineDiffers = "deadline_differs";
    public const string ArrivalDiffers = "arrival_differs";
    public const string NotAttested = "not_attested";
    public const string AttestedDiffers = "attested_differs";
    public const string Unfinished = "unfinished";
    public const string SectionMissing = "section_missing";
}
