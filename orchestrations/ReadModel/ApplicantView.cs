namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>申请人, as far as somebody who only knows the application number may see: 姓*, last four digits.</summary>
public sealed record ApplicantView(string NameMasked, string IdentifierMasked);
