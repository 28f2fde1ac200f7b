-- What data security publishes to the rules.

create view facts.data_system as
select id, institution_id, code, name, starts_on, ends_on, log_days, important_data, personal_data
  from datasecurity.information_system;
comment on view facts.data_system is '信息系统和日志留存';

create view facts.data_activity as
select id, institution_id, activity_no, name, purpose, data_class, basis, basis_no, automated, shared, starts_on,
       ends_on, retention_days, erased_on
  from datasecurity.processing_activity;
comment on view facts.data_activity is '个人信息处理活动';

create view facts.impact_assessment as
select id, institution_id, activity_id, assessed_on, report_no, conclusion, kept_until
  from datasecurity.impact_assessment;
comment on view facts.impact_assessment is '个人信息保护影响评估';

create view facts.data_provision as
select id, institution_id, record_no, kind, data, recipient, scope, provided_on, agreement_no, kept_until
  from datasecurity.provision;
comment on view facts.data_provision is '数据提供和委托处理记录';

create view facts.data_risk_assessment as
select id, institution_id, year, assessed_on, reported_on, reported_to, report_no
  from datasecurity.risk_assessment;
comment on view facts.data_risk_assessment is '重要数据风险评估';

create view facts.compliance_audit as
select id, institution_id, audited_on, auditor, report_no, problems, mended_on
  from datasecurity.compliance_audit;
comment on view facts.compliance_audit is '个人信息保护合规审计';

create view facts.data_incident as
select id, institution_id, incident_no, title, kind, public_interest, personal, harmless, found_at, contained_at,
       reported_at, notified_at
  from datasecurity.incident;
comment on view facts.data_incident is '数据安全事件';

create view facts.data_processor as
select id, institution_id, contract_no, processor, service, approval_no, approved_on, duties_agreed, starts_on,
       ends_on, access_closed_on, data_returned_on
  from datasecurity.processor;
comment on view facts.data_processor is '受托方和合同';
